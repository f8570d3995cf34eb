import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../src/outcome.js';
import { financePage } from './support/pages.js';
import { postsIn, type Reader, type Site, type SiteArticle, useOwnSite } from './support/news-site.js';

const A = 'sina/china';
const B = 'sina/macro';

let dir: string;
let site: Site;
let reader: Reader;
useOwnSite((own) => ({ dir, site, reader } = own));

const posts = (): string[] => postsIn(dir);
const textOf = (name: string): string => readFileSync(join(dir, name), 'utf8');
const endings = (outcomes: Outcome[]): string[] => outcomes.map(({ status, reason }) => `${status} ${reason}`);
const articleOf = (id: string): SiteArticle => site.articles.get(id) ?? site.add({ id });

/** Writes one article and returns the name of its post. */
async function writeOne(article: Partial<SiteArticle> = {}): Promise<string> {
  site.add({ id: 'a', ...article });
  await reader.fetch([A]);
  site.takeRequests();
  return posts()[0] ?? '';
}

const pass = (days: number): void => void (reader.now = new Date(reader.now.getTime() + days * 24 * 3600 * 1000));

function change(id: string, text: string): void {
  const article = articleOf(id);
  article.text = text;
  article.mtime += 60;
}

describe('a post that a person has', () => {
  it('edited stays, and is called edited', async () => {
    const file = await writeOne();
    writeFileSync(join(dir, file), `${textOf(file)}\n编者注\n`);
    const edited = textOf(file);
    expect(await reader.fetch([A])).toMatchObject([{ status: 'unchanged', reason: 'edited', file }]);
    expect(textOf(file)).toBe(edited);
    expect(site.takeRequests()).toEqual([]);
  });

  it('deleted stays away, and is called deleted', async () => {
    const file = await writeOne();
    rmSync(join(dir, file));
    expect(await reader.fetch([A])).toMatchObject([{ status: 'unchanged', reason: 'deleted', file }]);
    expect(posts()).toEqual([]);
  });

  it('only given other line ends is not edited', async () => {
    const file = await writeOne();
    writeFileSync(join(dir, file), `\ufeff${textOf(file).replaceAll('\n', '\r\n')}`);
    expect(endings(await reader.fetch([A]))).toEqual(['unchanged known']);
  });
});

describe('fetch --update', () => {
  it('writes a post again, under its name, when the feed tells of a later change', async () => {
    const file = await writeOne();
    articleOf('a').title = '新标题';
    change('a', '改正后的正文。'.repeat(30));
    expect(await reader.fetch([A])).toMatchObject([{ status: 'unchanged', reason: 'known' }]);
    expect(await reader.fetch([A], { update: true })).toMatchObject([{ status: 'updated', reason: 'changed', file, title: '新标题' }]);
    expect(posts()).toEqual([file]);
    expect(textOf(file)).toContain('改正后的正文');
    expect(textOf(file)).toContain("title: '新标题'");
    site.takeRequests();
    expect(endings(await reader.fetch([A], { update: true }))).toEqual(['unchanged known']);
    expect(site.takeRequests()).toEqual([]);
  });

  it('asks once for what has changed without consequence', async () => {
    const file = await writeOne();
    articleOf('a').mtime += 60;
    const before = statSync(join(dir, file), { bigint: true });
    expect(endings(await reader.fetch([A], { update: true }))).toEqual(['unchanged same']);
    expect(endings(await reader.fetch([A], { update: true }))).toEqual(['unchanged known']);
    expect(statSync(join(dir, file), { bigint: true }).ino).toBe(before.ino);
  });

  it('keeps what a person has edited or deleted, tells so, and asks for no page', async () => {
    site.add({ id: 'b' });
    await writeOne();
    const [first = '', second = ''] = posts();
    writeFileSync(join(dir, first), 'mine');
    rmSync(join(dir, second));
    change('a', '甲'.repeat(300));
    change('b', '乙'.repeat(300));
    expect(endings(await reader.fetch([A], { update: true })).sort()).toEqual(['unchanged deleted', 'unchanged edited']);
    expect(reader.events.filter((event) => event.type === 'article' && event.isKept)).toHaveLength(2);
    expect(site.takeRequests()).toEqual([]);
    expect(textOf(first)).toBe('mine');
    expect(posts()).toEqual([first]);
  });

  it.each<[string, (article: SiteArticle) => void, string]>([
    ['is gone', (article) => (article.status = 404), 'unchanged gone'],
    ['is down', (article) => (article.status = 500), 'failed http_status'],
    ['is empty', (article) => (article.html = () => '<title>x</title><h1>x</h1>'), 'failed'],
    ['is shorter by more than half', (article) => (article.text = '全文请见付费专栏。'), 'failed'],
  ])('keeps the post when its page %s, and tries again', async (_, spoil, ending) => {
    const file = await writeOne();
    const before = textOf(file);
    const article = articleOf('a');
    const { html, text } = article;
    article.mtime += 60;
    spoil(article);
    const [outcome] = await reader.fetch([A], { update: true });
    expect(`${outcome?.status ?? ''} ${outcome?.reason ?? ''}`).toContain(ending);
    expect(outcome?.file).toBe(file);
    expect(textOf(file)).toBe(before);
    Object.assign(article, { status: undefined, html, text: `${text}更正。` });
    expect(endings(await reader.fetch([A], { update: true }))).toEqual(['updated changed']);
  });

  it('asks less and less often, every minute though it is started, for the page of a post that fails, and takes it when it comes', async () => {
    const file = await writeOne();
    Object.assign(articleOf('a'), { status: 500, mtime: articleOf('a').mtime + 60 });
    const asked: number[] = [];
    const update = async (): Promise<string[]> => endings(await reader.fetch([A], { update: true }));
    for (let minute = 0; minute < 40; minute += 1) {
      const [ending] = await update();
      if (site.takeRequests().length > 0) asked.push(minute);
      else expect(ending).toBe('skipped rests');
      pass(1 / (24 * 60));
    }
    expect(asked).toEqual([0, 1, 2, 7, 17, 37]);
    Object.assign(articleOf('a'), { status: undefined, text: '更正后的正文。'.repeat(30) });
    pass(1);
    expect(await update()).toEqual(['updated changed']);
    expect(textOf(file)).toContain('更正后的正文');
    expect(endings(await reader.refresh())).toEqual(['unchanged same']);
  });

  it('asks for no page again after a refresh, which knows the feed only from the archive', async () => {
    await writeOne();
    await reader.refresh({});
    site.takeRequests();
    expect(endings(await reader.fetch([A], { update: true }))).toEqual(['unchanged known']);
    expect(site.takeRequests()).toEqual([]);
  });

  it('leaves an article in the categories of the feed that it came from', async () => {
    const file = await writeOne({ feeds: [A, B] });
    expect(textOf(file)).toContain('新浪财经－国內');
    change('a', '改正后的正文。'.repeat(30));
    articleOf('a').feeds = [B];
    expect(endings(await reader.fetch([B], { update: true }))).toEqual(['updated changed']);
    expect(textOf(file)).toContain('新浪财经－国內');
    expect(textOf(file)).toContain('改正后的正文');
  });
});

describe('refresh', () => {
  it('writes again what its page now yields, under the same name', async () => {
    const file = await writeOne();
    articleOf('a').text = '改正后的正文。'.repeat(30);
    expect(await reader.refresh()).toMatchObject([{ status: 'updated', reason: 'changed', file, feed: A }]);
    expect(textOf(file)).toContain('改正后的正文');
    expect(endings(await reader.refresh())).toEqual(['unchanged same']);
    expect(endings(await reader.fetch([A]))).toEqual(['unchanged known']);
  });

  it('only asks whether a page has changed that it has read in this very way, and reads it whole otherwise', async () => {
    const file = await writeOne();
    expect(endings(await reader.refresh())).toEqual(['unchanged same']);
    const archive = join(dir, '.news-scrape/archive.jsonl');
    // As an earlier version would have left post and archive
    const old = textOf(file).replace('启用', '起用');
    writeFileSync(join(dir, file), old);
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(old).digest('hex').slice(0, 16);
    const text = readFileSync(archive, 'utf8').replace(/"hash":"\w+"/, `"hash":"${hash}"`);
    writeFileSync(archive, text);
    expect(endings(await reader.refresh())).toEqual(['unchanged same']);
    expect(textOf(file)).toBe(old);
    writeFileSync(archive, text.replace(/"readWith":"\w+"/, '"readWith":"0123456789abcdef"'));
    expect(endings(await reader.refresh())).toEqual(['updated changed']);
  });

  it('keeps what a person has edited or deleted unless it is forced', async () => {
    site.add({ id: 'b', ctime: 1_794_900_000 });
    await writeOne();
    const [deleted = '', edited = ''] = posts();
    const original = textOf(deleted);
    writeFileSync(join(dir, edited), 'mine');
    rmSync(join(dir, deleted));
    expect(endings(await reader.refresh()).sort()).toEqual(['unchanged deleted', 'unchanged edited']);
    expect(site.takeRequests()).toEqual([]);
    expect(endings(await reader.refresh({ force: true })).sort()).toEqual(['updated forced', 'written restored']);
    expect(textOf(deleted)).toBe(original);
    expect(textOf(edited)).toContain('泊位今起启用');
    expect(endings(await reader.refresh())).toEqual(['unchanged same', 'unchanged same']);
  });

  it('takes the title that the page has now, where it has changed', async () => {
    const file = await writeOne();
    articleOf('a').title = '更正后的标题';
    expect(await reader.refresh()).toMatchObject([{ status: 'updated', title: '更正后的标题', file }]);
    expect(textOf(file)).toContain("title: '更正后的标题'");
    expect(endings(await reader.refresh())).toEqual(['unchanged same']);
  });

  it('keeps the title of the feed as long as the page keeps its own', async () => {
    const file = await writeOne({ html: ({ text }) => financePage({ title: '页面标题', text }) });
    articleOf('a').text = '改正后的正文。'.repeat(30);
    expect(endings(await reader.refresh())).toEqual(['updated changed']);
    expect(textOf(file)).toContain("title: '港口新闻a'");
  });

  it('sees what has changed on the second page of an article', async () => {
    const second = site.add({ id: 'a_2', feeds: [] });
    const file = await writeOne({ html: (article) => financePage(article).replace('</p>', '</p><p><a href="doc-ia_2.shtml">下一页</a></p>') });
    second.text = '第二页已更正。'.repeat(20);
    expect(endings(await reader.refresh())).toEqual(['updated changed']);
    expect(textOf(file)).toContain('第二页已更正');
  });

  it('with force writes over no post of another article that has got the name since', async () => {
    const file = await writeOne();
    rmSync(join(dir, file));
    site.articles.clear();
    site.add({ id: 'b', title: '港口新闻a' });
    await reader.fetch([A]);
    const others = textOf(file);
    site.add({ id: 'a', feeds: [] });
    expect(await reader.refresh({ force: true })).toMatchObject([{ status: 'updated', file: posts()[0] }, { reason: 'same', file }]);
    expect(textOf(file)).toBe(others);
    expect(textOf(posts()[0] ?? '')).toContain('a号泊位今起启用');
    expect(endings(await reader.refresh())).toEqual(['unchanged same', 'unchanged same']);
  });

  it('gives what failed, was given up or was skipped another try', async () => {
    site.add({ id: 'a', status: 500 });
    site.add({ id: 'b', status: 500 });
    site.add({ id: 'c', html: ({ title }) => `<h1 class="main-title">${title}</h1><div id="artibody"><div class="video-2017"></div></div>` });
    for (let count = 0; count < 6; count += 1) {
      await reader.fetch([A]);
      pass(2);
    }
    expect(endings(await reader.fetch([A])).sort()).toEqual(['skipped gave_up', 'skipped gave_up', 'skipped video_only']);
    Object.assign(articleOf('a'), { status: undefined });
    Object.assign(articleOf('c'), { html: undefined });
    expect(endings(await reader.refresh()).sort()).toEqual(['failed http_status', 'written new', 'written new']);
    expect(posts()).toHaveLength(2);
    expect(endings(await reader.fetch([A])).sort()).toEqual(['skipped gave_up', 'unchanged known', 'unchanged known']);
  });

  it('takes only what is meant', async () => {
    site.add({ id: 'new', ctime: 1_794_999_000 });
    site.add({ id: 'old', ctime: 1_794_000_000 });
    site.add({ id: 'other', feeds: [B], ctime: 1_794_999_000 });
    await reader.fetch([A, B]);
    const ids = async (filter: Parameters<Reader['refresh']>[0]): Promise<string[]> => (await reader.refresh(filter)).map(({ id }) => id).sort();
    expect(await ids({ since: new Date(1_794_500_000_000) })).toEqual(['comos:new', 'comos:other']);
    expect(await ids({ feeds: [B] })).toEqual(['comos:other']);
    expect(await ids({ rule: 'sina-finance' })).toEqual(['comos:new', 'comos:old', 'comos:other']);
    expect(await ids({ rule: 'generic' })).toEqual([]);
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const file = await writeOne();
    const before = textOf(file);
    articleOf('a').text = '改正后的正文。'.repeat(30);
    expect(endings(await reader.refresh({ dryRun: true }))).toEqual(['updated changed']);
    expect(textOf(file)).toBe(before);
    expect(existsSync(join(dir, '.news-scrape/tmp'))).toBe(false);
    expect(endings(await reader.refresh())).toEqual(['updated changed']);
  });

  it('keeps the date of an article that has none of its own', async () => {
    site.add({ id: 'a', ctime: 0, html: (article) => `<h1 class="main-title">${article.title}</h1><div id="artibody"><p>${article.text}</p></div>` });
    await reader.fetch([A], { limit: 5 });
    const [file = ''] = posts();
    reader.now = new Date(1_796_000_000_000);
    expect(endings(await reader.refresh())).toEqual(['unchanged same']);
    expect(posts()).toEqual([file]);
  });
});
