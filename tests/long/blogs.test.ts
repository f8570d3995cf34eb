import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePost } from '../../src/post/compose.js';
import { PROFILES } from '../../src/post/profiles/index.js';
import type { Profile } from '../../src/post/profiles/profile.js';
import { markedCharacters, visibleLines } from '../markdown/visible.js';
import { blocks, running, table, text, wrapped } from '../support/arbitrary-html.js';
import { png } from '../support/bytes.js';
import { AT_ONCE, runCli } from '../support/cli.js';
import { readLabels } from '../support/labels.js';
import { financePage, rollAnswer } from '../support/pages.js';
import { TORTURE, type TortureArticle } from '../support/torture.js';
import { startWeb } from '../support/web.js';
import { absence, buildSite, GENERATORS, makeSite, moveSite, setZone, type Page } from './generators.js';

const RANDOM_ARTICLES = 300;
/** Any other number makes other articles. */
const SEED = Number(process.env.SEED ?? 20261124);
const SHANGHAI = 'Asia/Shanghai';
const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const picturePage = financePage({
  title: '标题p1',
  text: `${'港口吞吐量本周再创新高。'.repeat(8)}</p>${['own', 'shared', 'own'].map((name) => `<p><img src="http://n.sinaimg.cn/${name}.png" alt="图"></p>`).join('')}<p>${'三号泊位恢复作业。'.repeat(8)}`,
});

const labels = readLabels().filter(({ file, refused }) => file.startsWith('demo/') && refused === undefined && !file.includes('finance.sina.cn/'));
const anyArticle = fc.oneof(wrapped(fc.constant('p'), text), wrapped(fc.constant('p'), running), blocks(2), table);
const random = fc.sample(anyArticle, { numRuns: RANDOM_ARTICLES, seed: SEED }).filter((html) => visibleLines(html).length > 0).map((html, index) => ({ title: `随机${index}`, html }));

/** All that a reader can read, without white space: Hugo has none where it drops `<br>`. Generators curl straight quotes. */
const words = (html: string): string => visibleLines(html).join('').replace(/[\s\u3000]+/gu, '').replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
/** The letters in bold outside of headings, where all is bold. */
const bold = (html: string): string => markedCharacters(html.replace(/<h\d.*?<\/h\d>/gs, '')).filter((character) => /^[\p{L}\p{N}].*strong/u.test(character)).map((character) => character.slice(0, 1)).join('');
/** Where the links lead in which anything is to be read. */
function addresses(html: string): string[] {
  const $ = load(html);
  return $('a').filter((_, element) => $(element).text().trim() !== '').toArray().map(({ attribs }) => (attribs.href ?? '').replace(/%(?:2[89]|7[BD])/gi, decodeURIComponent));
}

/** What of an article a page shows otherwise, around the place where the two part; empty if it shows all as it is. */
function differenceOf(page: Page | undefined, { title, html }: TortureArticle): string {
  if (!page) return `${title}: no page`;
  for (const [name, read] of Object.entries({ words, bold })) {
    const [wanted, got] = [read(html), read(page.html)];
    const place = Math.max(0, Array.from(wanted).findIndex((_, index) => wanted[index] !== got[index]) - 15);
    if (wanted !== got) return `${title}: ${name} ${JSON.stringify(wanted.slice(place, place + 40))} is ${JSON.stringify(got.slice(place, place + 40))} in ${html.slice(0, 1000)}`;
  }
  const shown = addresses(page.html);
  const lost = addresses(html).find((address) => !shown.includes(address));
  if (lost !== undefined) return `${title}: link ${lost} is lost`;
  return page.title === title ? '' : `${title}: title ${page.title}`;
}

/** The time in China as the layouts of the blogs show it. */
const wallClock = (date: Date): string => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Takes all posts out of a blog, and what is known of them. */
function clear(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) if (/\.md$|^\.news-scrape$/.test(name)) rmSync(join(folder, name), { recursive: true });
}

/** Writes articles as posts; gives them by the names of their files. */
function writePosts(folder: string, profile: Profile, articles: readonly TortureArticle[]): Map<string, TortureArticle> {
  mkdirSync(folder, { recursive: true });
  return new Map(articles.map((article, index) => {
    const file = `2022-07-25-t${index}.md`;
    const page = { url: 'https://example.com/a', date: new Date('2022-07-25T02:54:50Z'), keywords: [], rule: 'x', ...article };
    const { document } = composePost(page, { id: String(index), form: { profile, body: 'markdown' }, now: new Date(0) });
    writeFileSync(join(folder, file), document);
    return [file, article];
  }));
}

describe.each(GENERATORS.map((generator) => [generator.id, generator] as const))('a blog made with %s', (id, generator) => {
  const reason = absence(generator);
  const profile = PROFILES.find((candidate) => candidate.id === id);
  let site = '';
  beforeAll(async () => {
    if (reason === undefined) site = await makeSite(generator);
  });
  afterAll(() => rmSync(site || join('/nonexistent', id), { recursive: true, force: true }));

  it('has a page for each post of the demo, word for word', async (context) => {
    context.skip(reason !== undefined, reason);
    const fetched = await runCli(['fetch', 'demo', '--out', site, '--source-link']);
    expect(fetched).toMatchObject({ code: 0 });
    expect(fetched.stderr).toContain(`posts in the profile ${id}.`);
    const pages = await buildSite(site, generator, 'UTC');
    expect(pages.map(({ title }) => title).sort()).toEqual(labels.map(({ title }) => title).sort());
    for (const label of labels) {
      const page = pages.find(({ title }) => title === label.title);
      expect(page?.categories).toEqual(['金融', '新浪财经', '新浪财经－演示']);
      expect(page?.cover).toMatch(/^https?:\/\//);
      for (const paragraph of label.paragraphs) expect(words(page?.html ?? '')).toContain(words(`<p>${paragraph.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`));
      expect(words(page?.html ?? '')).toMatch(/来源：.+$/);
    }
  });

  it('shows every mark in every place, and any text at all, as the article has it', async (context) => {
    context.skip(reason !== undefined || profile === undefined, reason);
    if (!profile) return;
    const folder = join(site, generator.posts);
    const written = writePosts(folder, profile, [...TORTURE, ...random]);
    const pages = new Map((await buildSite(site, generator, 'UTC')).map((page) => [page.file, page]));
    const wrong = [...written].map(([file, article]) => differenceOf(pages.get(file), article)).filter(Boolean);
    expect(wrong, `${wrong.length} of ${written.size} posts, seed ${SEED}`).toEqual([]);
    clear(folder);
  });

  it('has the pictures that were stored with a post, also where the site stands under a path', async (context) => {
    context.skip(reason !== undefined, reason);
    const [own, shared] = [png(40, 30), png(50, 30, 0)];
    const web = await startWeb((url) => {
      if (url.hostname === 'n.sinaimg.cn') return { body: url.pathname === '/own.png' ? own : shared };
      return url.pathname === '/api/roll/get' ? rollAnswer(url.searchParams.get('page') === '1' ? [{ id: 'p1' }] : []) : picturePage;
    });
    const pictures = ['--images', 'download', ...AT_ONCE];
    const fetchInto = (root: string): ReturnType<typeof runCli> => runCli(['fetch', ROLL, '--out', root, ...pictures], { env: web.env });
    try {
      for (const move of [undefined, ...generator.moves]) {
        const base = move ? '/blog' : '';
        moveSite(site, generator, move ?? String);
        clear(join(site, generator.posts));
        const { code, stderr } = await fetchInto(site);
        expect({ code, warned: stderr.includes('warning') }).toEqual({ code: 0, warned: false });
        const [page] = await buildSite(site, generator, 'UTC');
        const sources = load(page?.html ?? '')('img').toArray().map(({ attribs }) => attribs.src ?? '');
        const shown = [...sources, page?.cover ?? ''].map((address) => new URL(address, `http://example.com${base}${page?.path ?? ''}`).pathname);
        expect(shown).toHaveLength(4);
        for (const address of shown) expect(address, String(move)).toMatch(new RegExp(`^${base}/(?:assets/)?images/p1/\\w+\\.png$`));
        const files = shown.map((address) => join(site, generator.output, address.slice(base.length)));
        expect(files.map((file) => readFileSync(file))).toEqual([own, shared, own, own]);
      }
    } finally {
      await web.close();
      moveSite(site, generator, String);
      clear(join(site, generator.posts));
    }
  });

  const zones = [undefined, ...(generator.zone ? [SHANGHAI] : [])].flatMap((zone) => ['UTC', SHANGHAI].map((machine) => ({ machine, zone })));
  it.for(zones)('shows the right time on a machine in $machine with the zone of the site $zone', async ({ machine, zone }, context) => {
    context.skip(reason !== undefined, reason);
    if (zone !== undefined) setZone(site, generator, zone);
    clear(join(site, generator.posts));
    const { stdout } = await runCli(['fetch', 'demo', '--out', site, '--json']);
    const dates = new Map(stdout.trim().split('\n').map((line) => JSON.parse(line) as { title: string; date: string }).map(({ title, date }) => [title, date]));
    const pages = await buildSite(site, generator, machine);
    expect(pages).toHaveLength(labels.length);
    for (const { title, date, shown } of pages) {
      expect(date.toISOString(), title).toBe(dates.get(title));
      if (zone !== undefined) expect(shown, title).toBe(wallClock(date));
    }
  });
});
