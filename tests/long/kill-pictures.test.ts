import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { png } from '../support/bytes.js';
import { emptyFolder, runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';
import { killAtRandom } from './killed-run.js';

const ARTICLES = 60;
const KILLS = 100;
const NEWEST = Math.floor(Date.now() / 1000);
const TEXT = '港口吞吐量本周再创新高，三号泊位夜间作业恢复正常。'.repeat(10);

let web: Web;
/** Each version of an article has one picture that all have and one of its own. */
let version = 0;
/** Called when the program asks for a picture. */
let onPicture = (): void => undefined;
const nextPicture = (): Promise<void> => new Promise((resolve) => (onPicture = resolve));

beforeAll(async () => {
  web = await startWeb(({ pathname, searchParams }) => {
    if (pathname === '/api/roll/get') return roll(Number(searchParams.get('num')), Number(searchParams.get('page')));
    if (pathname.endsWith('.png')) onPicture();
    if (pathname.endsWith('.png')) return { body: png(40, 40, Number(/(\d+)\.png/.exec(pathname)?.[1])), delay: 5 };
    const own = 100 + Number(/n(\d+)/.exec(pathname)?.[1]) * 10 + version;
    const pictures = [1, own].map((name) => `<p><img src="http://n.sinaimg.cn/${name}.png"></p>`).join('');
    return { body: financePage({ title: `标题${pathname}`, text: `${TEXT}</p>${pictures}<p>${TEXT}` }), delay: 10 };
  });
});
afterAll(() => web.close());

function roll(num: number, page: number): string {
  const data = Array.from({ length: ARTICLES }, (_, index) => ({
    docid: `comos:n${index}`,
    title: `标题${index}`,
    url: `http://finance.sina.com.cn/china/doc-in${index}.shtml?v=${version}`,
    ctime: String(NEWEST - index),
    mtime: String(NEWEST + version),
  }));
  return JSON.stringify({ result: { status: { code: 0 }, data: data.slice((page - 1) * num, page * num) } });
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);
const picturesIn = (cwd: string): string[] => namesIn(join(cwd, 'posts/images')).filter((name) => name.endsWith('.png')).sort();
/** What the posts of a folder lead to. */
function neededIn(cwd: string): string[] {
  const posts = namesIn(join(cwd, 'posts')).filter((name) => name.endsWith('.md'));
  const paths = posts.flatMap((name) => [...readFileSync(join(cwd, 'posts', name), 'utf8').matchAll(/\]\(images\/(.*?)\)/g)].map(([, path]) => path ?? ''));
  return [...new Set(paths)].sort();
}

describe('runs with pictures that are killed', () => {
  it(`at ${KILLS} random moments leave no post without its pictures, and the next run no picture without its post`, async () => {
    let kills = 0;
    let [betweenPictureAndPost, folders] = [0, 0];
    while (kills < KILLS) {
      const cwd = emptyFolder();
      const args = ['fetch', 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686', '--limit', String(ARTICLES), '--update', '--images', 'download', '--delay', '0', '--quiet'];
      folders += 1;
      for (version of [0, 1, 2]) {
        while (kills < KILLS && (await killAtRandom(args, cwd, web.env, kills % 2 === 0 ? nextPicture() : undefined))) {
          kills += 1;
          const [needed, there] = [neededIn(cwd), picturesIn(cwd)];
          expect(there).toEqual(expect.arrayContaining(needed));
          if (there.length > needed.length) betweenPictureAndPost += 1;
        }
        expect(await runCli(args, { cwd, env: web.env })).toMatchObject({ code: 0 });
        expect(picturesIn(cwd)).toEqual(neededIn(cwd));
        expect(neededIn(cwd)).toHaveLength(2 * ARTICLES);
      }
      rmSync(cwd, { recursive: true, force: true });
    }
    expect(folders).toBeGreaterThan(0);
    expect(betweenPictureAndPost, 'kills that left pictures for the next run to remove').toBeGreaterThan(0);
  });
});
