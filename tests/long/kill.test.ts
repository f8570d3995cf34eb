import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';
import { killAtRandom } from './killed-run.js';

const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const ARTICLES = 80;
const KILLS = 200;
/** Folders that are killed at the same time. */
const SIDE_BY_SIDE = 2;
const NEWEST = Math.floor(Date.now() / 1000);
const BODY = '正文'.repeat(3000);

let web: Web;
/** Changes of all articles, by folder: they stand in the query of its feed. */
const changes = new Map<string, number>();

beforeAll(async () => {
  web = await startWeb((url) => {
    const folder = url.searchParams.get('k') ?? '';
    if (url.pathname === '/api/roll/get') return roll(folder, Number(url.searchParams.get('num')), Number(url.searchParams.get('page')));
    const version = url.searchParams.get('v') ?? '';
    const number = Number(/n(\d+)/.exec(url.pathname)?.[1]);
    // Every fourth article has no date anywhere, so that its file's name follows from the clock. Each has words of its
    // own: two that are the same to the letter, of one title and second, would rightly share a file.
    const isDated = number % 4 !== 0;
    const page = financePage({ title: `标题${url.pathname}`, text: `第${number}篇${BODY}${version}` });
    return { body: isDated ? page : page.replace(/<div class="date-source">.*?<\/div>/s, ''), delay: 15 };
  });
});
afterAll(() => web.close());

function roll(folder: string, num: number, page: number): string {
  const changed = changes.get(folder) ?? 0;
  const data = Array.from({ length: ARTICLES }, (_, index) => ({
    docid: `comos:n${index}`,
    title: `标题${index % 7}`,
    url: `http://finance.sina.com.cn/china/doc-in${index}.shtml?v=${changed}`,
    ctime: index % 4 === 0 ? '' : String(NEWEST - index),
    mtime: String(NEWEST + changed),
  }));
  return JSON.stringify({ result: { status: { code: 0 }, data: data.slice((page - 1) * num, page * num) } });
}

interface Folder {
  cwd: string;
  args: string[];
}

function newFolder(): Folder {
  const cwd = emptyFolder();
  return { cwd, args: ['fetch', `${ROLL}&k=${encodeURIComponent(cwd)}`, '--limit', String(ARTICLES), '--update', '--delay', '0', '--quiet'] };
}

const stateOf = ({ cwd }: Folder): string[] => readdirSync(join(cwd, 'posts/.news-scrape')).sort();

/** Kills runs of one folder until its articles are written or brought up to date. */
async function killUntilDone({ cwd, args }: Folder, isEnough: () => boolean, onKill: () => void): Promise<void> {
  while (!isEnough() && (await killAtRandom(args, cwd, web.env))) onKill();
}

async function checkFolder(folder: Folder): Promise<void> {
  const { cwd, args } = folder;
  const last = await runCli(args, { cwd, env: web.env });
  expect(last).toMatchObject({ code: 0 });
  const posts = readdirSync(join(cwd, 'posts')).filter((name) => !name.startsWith('.')).sort();
  const lines = readFileSync(join(cwd, 'posts/.news-scrape/archive.jsonl'), 'utf8').trimEnd().split('\n');
  const records = lines.filter((line) => line.startsWith('{"id"')).map((line) => JSON.parse(line) as { id: string; file: string });
  const fileOf = new Map(records.map(({ id, file }) => [id, file]));
  expect(fileOf.size).toBe(ARTICLES);
  expect([...fileOf.values()].sort()).toEqual(posts);
  const version = changes.get(cwd) ?? 0;
  for (const name of posts) expect(readFileSync(join(cwd, 'posts', name), 'utf8').endsWith(`${BODY}${version}\n`)).toBe(true);
  expect(stateOf(folder).filter((name) => name === 'tmp' || name === 'lock')).toEqual([]);
}

describe('runs that are killed', () => {
  it(`at ${KILLS} random moments lose, double and cut nothing, and take no change of theirs for that of a person`, async () => {
    let kills = 0;
    const isEnough = (): boolean => kills >= KILLS;
    const worker = async (): Promise<void> => {
      while (!isEnough()) {
        const folder = newFolder();
        await killUntilDone(folder, isEnough, () => (kills += 1));
        changes.set(folder.cwd, 1);
        await killUntilDone(folder, isEnough, () => (kills += 1));
        await checkFolder(folder);
        rmSync(folder.cwd, { recursive: true, force: true });
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  });
});
