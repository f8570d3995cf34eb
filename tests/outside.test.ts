import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder } from './support/cli.js';
import { Reader, Site } from './support/news-site.js';

const FEED = 'sina/china';

let dir: string;
let outside: string;
let site: Site;
let reader: Reader;
beforeEach(async () => {
  [dir, outside] = [emptyFolder(), emptyFolder()];
  site = await Site.start();
  reader = new Reader(site, dir);
});
afterEach(async () => {
  await site.close();
  for (const folder of [dir, outside]) rmSync(folder, { recursive: true, force: true });
});

/** Lets the archive, as a merge may have made it, name a file for the one article that is there. */
function renameInArchive(file: string): void {
  const archive = join(dir, '.news-scrape/archive.jsonl');
  writeFileSync(archive, readFileSync(archive, 'utf8').replace(/"file":"[^"]+"/, `"file":"${file}"`));
}

describe.skipIf(process.platform === 'win32')('a link that leads out of the folder', () => {
  beforeEach(async () => {
    site.add({ id: 'a' });
    await reader.fetch([FEED]);
    symlinkSync(outside, join(dir, 'linked'));
    writeFileSync(join(outside, 'mine.md'), 'mine');
    const [article] = site.articles.values();
    if (article) Object.assign(article, { text: '改正后的正文。'.repeat(30), mtime: article.mtime + 60 });
  });

  it.each(['linked/mine.md', 'linked/new.md', 'linked/deeper/new.md'])('is no way to write behind it, not even by force: %s', async (file) => {
    renameInArchive(file);
    expect(await reader.fetch([FEED], { update: true })).toMatchObject([{ status: 'unchanged', reason: 'adopted' }]);
    expect(await reader.refresh({ force: true })).toMatchObject([{ status: 'unchanged', reason: 'adopted' }]);
    expect(readdirSync(outside)).toEqual(['mine.md']);
    expect(readFileSync(join(outside, 'mine.md'), 'utf8')).toBe('mine');
  });

  it('in the place of a post is replaced by the post, and what it leads to stays', async () => {
    const file = readdirSync(dir).find((name) => name.endsWith('.md')) ?? '';
    rmSync(join(dir, file));
    symlinkSync(join(outside, 'mine.md'), join(dir, file));
    expect(await reader.refresh({ force: true })).toMatchObject([{ reason: 'forced' }]);
    expect(readFileSync(join(outside, 'mine.md'), 'utf8')).toBe('mine');
    expect(readFileSync(join(dir, file), 'utf8')).toContain('改正后的正文');
  });

  it('that stays inside is one like any other folder', async () => {
    mkdirSync(join(dir, 'real'));
    symlinkSync(join(dir, 'real'), join(dir, 'inside'));
    renameInArchive('inside/post.md');
    expect(await reader.refresh({ force: true })).toMatchObject([{ reason: 'restored' }]);
    expect(readdirSync(join(dir, 'real'))).toEqual(['post.md']);
  });
});
