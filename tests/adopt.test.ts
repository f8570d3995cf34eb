import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './support/cli.js';
import { postsIn, type Reader, type Site, useOwnSite } from './support/news-site.js';

const A = 'sina/china';
/** What the site's roll API gives for 1_795_000_000. */
const DATE = new Date(1_795_000_000_000).toUTCString();

let dir: string;
let site: Site;
let reader: Reader;
useOwnSite((own) => ({ dir, site, reader } = own));

const put = (name: string, text: string): void => writeFileSync(join(dir, name), text);
const posts = (): string[] => postsIn(dir);

async function adopt(...args: string[]): Promise<{ code: number | null; lines: string[] }> {
  const { code, stdout } = await runCli(['adopt', dir, '--json', ...args]);
  const records = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, string>);
  return { code, lines: records.filter(({ type }) => type === 'article').map(({ status, reason, file = '' }) => `${status ?? ''} ${reason ?? ''} ${file.slice(dir.length + 1)}`) };
}

describe('adopt', () => {
  it('keeps posts of another tool from being written again or replaced, and knows them later under another title', async () => {
    const article = site.add({ id: 'a', title: '港口“一号”泊位：启用' });
    // A title that has lost its signs, in a file that begins with an empty line
    const text = `\n---\ntitle: '港口一号泊位启用'\ncategories: \n - 金融\ndate: ${DATE}\n---\n\n<div>正文</div>\n`;
    put('港口一号泊位启用.md', text);
    expect(await adopt()).toEqual({ code: 0, lines: ['unchanged adopted 港口一号泊位启用.md'] });
    expect(await reader.fetch([A])).toMatchObject([{ status: 'unchanged', reason: 'adopted', file: '港口一号泊位启用.md' }]);
    Object.assign(article, { title: '换了标题', mtime: article.mtime + 60 });
    expect(await reader.fetch([A], { update: true })).toMatchObject([{ reason: 'adopted' }]);
    expect(await reader.refresh()).toMatchObject([{ reason: 'adopted' }]);
    expect(posts()).toEqual(['港口一号泊位启用.md']);
    expect(readFileSync(join(dir, '港口一号泊位启用.md'), 'utf8')).toBe(text);
    expect(await reader.refresh({ force: true })).toMatchObject([{ status: 'updated', reason: 'forced', file: '港口一号泊位启用.md' }]);
  });

  it('takes another article with the same title for what it is', async () => {
    put('x.md', `---\ntitle: 早餐\ndate: ${new Date(1_794_000_000_000).toUTCString()}\n---\n`);
    await adopt();
    site.add({ id: 'a', title: '早餐' });
    expect(await reader.fetch([A])).toMatchObject([{ status: 'written', reason: 'new' }]);
  });

  it('knows the posts of a lost archive, and the same posts only once', async () => {
    site.add({ id: 'a' });
    site.add({ id: 'b', ctime: 1_794_990_000 });
    await reader.fetch([A]);
    const before = posts();
    rmSync(join(dir, '.news-scrape'), { recursive: true });
    expect((await adopt()).lines).toHaveLength(2);
    expect((await adopt()).lines.every((line) => line.startsWith('unchanged known'))).toBe(true);
    expect((await reader.fetch([A])).map(({ reason }) => reason)).toEqual(['adopted', 'adopted']);
    expect(posts()).toEqual(before);
  });

  it('knows an article by the address that its post names, in folders too', async () => {
    mkdirSync(join(dir, '金融'));
    put('金融/x.md', '---\ntitle: whatever\nsource_url: https://finance.sina.com.cn/china/doc-ia.shtml\n---\n');
    await adopt();
    site.add({ id: 'a' });
    expect(await reader.fetch([A])).toMatchObject([{ reason: 'adopted', file: '金融/x.md' }]);
  });

  it('marks what a person has edited', async () => {
    site.add({ id: 'a' });
    site.add({ id: 'b', ctime: 1_794_990_000 });
    await reader.fetch([A]);
    const [first = '', second = ''] = posts();
    put(first, `${readFileSync(join(dir, first), 'utf8')}\n编者注\n`);
    expect((await adopt()).lines).toEqual([`unchanged edited ${first}`, `unchanged known ${second}`]);
  });

  it('reports files that are no posts and leaves them alone', async () => {
    put('broken.md', `---\ntitle: 'a' b'\ndate: ${DATE}\n---\n`);
    put('note.md', '# a note\n');
    put('no-date.md', '---\ntitle: about\n---\n');
    const { code, lines } = await adopt();
    expect(code).toBe(1);
    expect(lines).toEqual(['failed not_a_post broken.md', 'failed not_a_post no-date.md', 'failed not_a_post note.md']);
    expect(posts()).toEqual(['broken.md', 'no-date.md', 'note.md']);
  });

  it('finds an adopted post again that a person has moved', async () => {
    put('x.md', `---\ntitle: 早餐\ndate: ${DATE}\n---\n`);
    await adopt();
    rmSync(join(dir, 'x.md'));
    put('y.md', `---\ntitle: 早餐\ndate: ${DATE}\n---\n`);
    expect((await adopt()).lines).toEqual(['unchanged adopted y.md']);
    site.add({ id: 'a', title: '早餐' });
    expect(await reader.fetch([A])).toMatchObject([{ reason: 'adopted', file: 'y.md' }]);
  });

  it('does nothing in a dry run', async () => {
    put('x.md', `---\ntitle: 早餐\ndate: ${DATE}\n---\n`);
    expect((await adopt('--dry-run')).lines).toEqual(['unchanged adopted x.md']);
    expect(readdirSync(dir)).toEqual(['x.md']);
  });
});
