import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { startWeb, type Reply, type Web } from '../support/web.js';

const rss = (title: string, items = ['新的', '旧的']): string =>
  `<rss version="2.0"><channel><title>${title}</title>${items.map((item, index) => `<item><title>${item}</title><link>http://blog.example/${item}</link><pubDate>${20 - index} Nov 2026 08:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;
const PAGE = `<!DOCTYPE html><html><head><base href="/blog/"><link rel="stylesheet" href="x.css"><link rel="Alternate" TYPE="application/rss+xml; charset=utf-8" href="gone.xml">
<link rel=alternate type=application/atom+xml href=feed.xml><link rel="alternate" type="application/rss+xml" href="http://blog.example/comments.xml"><link rel="alternate" hreflang="en" href="/en"></head></html>`;

let cwd: string;
let web: Web;
let answers: Record<string, Reply | string>;
beforeEach(async () => {
  cwd = emptyFolder();
  answers = { 'http://blog.example/': PAGE, 'http://blog.example/blog/feed.xml': rss('南岭博客'), 'http://blog.example/comments.xml': rss('评论') };
  web = await startWeb((url) => answers[url.href]);
});
afterEach(async () => {
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});
const feeds = (...args: string[]): Promise<CliResult> => runCli(['feeds', ...args], { cwd, env: web.env });
const read = (): string => readFileSync(join(cwd, 'news-scrape.yaml'), 'utf8');
const write = (text: string): void => writeFileSync(join(cwd, 'news-scrape.yaml'), text);

describe('feeds add', () => {
  it('finds the feed that a web page names, shows it, and makes the file', async () => {
    const { code, stdout, stderr } = await feeds('add', 'http://blog.example/', '--name', 'blog', '--group', 'a', '--group', 'b');
    expect([code, stdout]).toEqual([0, `http://blog.example/blog/feed.xml: 南岭博客, 2 items\nnewest: 新的 (2026-11-20 08:00 UTC)\n${join(cwd, 'news-scrape.yaml')}: written, has 1 feed\n`]);
    expect(stderr).toContain('http://blog.example/comments.xml');
    expect(read()).toBe('feeds:\n  - feed: http://blog.example/blog/feed.xml\n    name: blog\n    groups:\n      - a\n      - b\n');
    expect(await runCli(['config', 'check'], { cwd })).toMatchObject({ code: 0 });
  });

  it('tries where sites mostly have a feed if the page names none', async () => {
    answers['http://blog.example/about'] = '<!DOCTYPE html><html><body>about</body></html>';
    answers['http://blog.example/atom.xml'] = rss('原子');
    expect(await feeds('add', 'http://blog.example/about')).toMatchObject({ code: 0, stdout: expect.stringContaining('http://blog.example/atom.xml: 原子') as string });
    expect(read()).toBe('feeds:\n  - http://blog.example/atom.xml\n');
  });

  it('leaves all else in the file as it is, its permissions too, also where it is a link from elsewhere', async () => {
    mkdirSync(join(cwd, 'dotfiles'));
    const target = join(cwd, 'dotfiles/feeds.yaml');
    writeFileSync(target, '# mine\nfeeds:\n  - sina/china     # daily\n\n# the end\n');
    chmodSync(target, 0o600);
    symlinkSync(target, join(cwd, 'news-scrape.yaml'));
    expect(await feeds('add', 'http://blog.example/blog/feed.xml')).toMatchObject({ code: 0 });
    expect(read()).toBe('# mine\nfeeds:\n  - sina/china     # daily\n  - http://blog.example/blog/feed.xml\n\n# the end\n');
    expect([lstatSync(join(cwd, 'news-scrape.yaml')).isSymbolicLink(), statSync(target).mode & 0o777, readdirSync(join(cwd, 'dotfiles'))]).toEqual([true, 0o600, ['feeds.yaml']]);
  });

  it('tells of a name or group that cannot be before it fetches anything', async () => {
    write('groups: {markets: {}}\nfeeds: [{feed: sina/china, name: mine}]\n');
    for (const args of [['--name', 'mine'], ['--name', 'a b'], ['--group', 'market']]) expect(await feeds('add', 'http://blog.example/', ...args)).toMatchObject({ code: 2, stdout: '' });
    expect(web.requests).toEqual([]);
  });

  it('keeps the mark with which some editors begin a file, and line ends of Windows', async () => {
    write('\uFEFFfeeds:\r\n  - sina/china\r\n');
    expect(await feeds('add', 'http://blog.example/blog/feed.xml')).toMatchObject({ code: 0 });
    expect(await feeds('remove', 'sina/china')).toMatchObject({ code: 0 });
    expect(read()).toBe('\uFEFFfeeds:\r\n  - http://blog.example/blog/feed.xml\r\n');
  });

  it('writes the path of a file as the configuration has to have it', async () => {
    mkdirSync(join(cwd, 'sub'));
    write('version: 2\n');
    writeFileSync(join(cwd, 'sub/feed.xml'), rss('文件'));
    expect(await runCli(['feeds', 'add', './feed.xml'], { cwd: join(cwd, 'sub') })).toMatchObject({ code: 0 });
    expect(read()).toBe('version: 2\nfeeds:\n  - ./sub/feed.xml\n');
  });

  it('makes the file that --config names, and reads it the next time', async () => {
    expect(await feeds('add', 'http://blog.example/blog/feed.xml', '--config', 'mine.yaml')).toMatchObject({ code: 0 });
    expect(await feeds('add', 'http://blog.example/', '--config', 'mine.yaml')).toMatchObject({ code: 2, stderr: expect.stringContaining('stands in mine.yaml already, in line 2') as string });
    expect(existsSync(join(cwd, 'news-scrape.yaml'))).toBe(false);
  });

  it.each<[string, string[], string, number]>([
    ['a feed that stands there by another word', ['sina/155/1686'], 'stands in', 2],
    ['a name that stands there', ['http://blog.example/', '--name', 'mine'], '"mine" stands here for the second time', 2],
    ['a misspelt group', ['http://blog.example/', '--group', 'market'], 'did you mean "markets"?', 2],
    ['a page without a feed', ['http://blog.example/nothing'], 'a web page, not a feed', 3],
    ['a feed without items', ['http://blog.example/empty'], 'no item at all', 3],
  ])('refuses %s, and changes nothing', async (_name, args, words, code) => {
    answers['http://blog.example/nothing'] = '<!DOCTYPE html><html></html>';
    answers['http://blog.example/empty'] = rss('空', []);
    const before = 'groups: {markets: {}}\nfeeds: [{feed: sina/china, name: mine}]\n';
    write(before);
    expect(await feeds('add', ...args)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(words) as string });
    expect([read(), readdirSync(cwd)]).toEqual([before, ['news-scrape.yaml']]);
  });

  it('writes nothing with --dry-run', async () => {
    expect(await feeds('add', 'http://blog.example/', '--dry-run')).toMatchObject({ code: 0, stdout: expect.stringContaining('not written, would have 1 feed') as string });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('never rewrites a broken file, and asks for nothing', async () => {
    write('feeds:\n  - sina/china\n bad: [\n');
    expect(await feeds('add', 'http://blog.example/')).toMatchObject({ code: 2, stderr: expect.stringMatching(/news-scrape\.yaml:\d+:\d+: not YAML/) as string });
    expect([read(), web.requests]).toEqual(['feeds:\n  - sina/china\n bad: [\n', []]);
  });
});

describe('feeds remove', () => {
  const FILE = 'feeds:\n  - sina/china # daily\n  - {feed: http://blog.example/feed, name: blog}\n  - sina/macro\n';
  it.each([['blog', FILE.replace(/.*blog.*\n/, '')], ['sina/155/1687', FILE.replace('  - sina/macro\n', '')]])('takes %s out, and nothing else', async (word, after) => {
    write(FILE);
    expect(await feeds('remove', word)).toMatchObject({ code: 0, stdout: expect.stringContaining('written, has 2 feeds') as string });
    expect(read()).toBe(after);
  });

  it('names the nearest feed for one that is not there', async () => {
    write(FILE);
    expect(await feeds('remove', 'bolg')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean blog?') as string });
    expect(read()).toBe(FILE);
  });
});

describe('lists of feeds in OPML', () => {
  const LIST = `<opml version="1.0"><body><outline text="博客 一"><outline text="南岭" xmlUrl="http://blog.example/feed"/><outline text="x" xmlUrl="ftp://x.example/"/></outline>
    <outline text="China" xmlUrl="https://feed.mix.sina.com.cn/api/roll/get?pageid=155&amp;lid=1686&amp;k=&amp;num=50&amp;page=1"/></body></opml>`;

  it('are taken into the configuration, and what cannot be or is there already is said', async () => {
    write('# mine\nfeeds:\n  - sina/china\n');
    writeFileSync(join(cwd, 'list.opml'), LIST);
    const { code, stdout, stderr } = await feeds('import', 'list.opml');
    expect([code, stdout]).toEqual([1, `http://blog.example/feed: noted as 南岭\n${join(cwd, 'news-scrape.yaml')}: written, has 2 feeds\n`]);
    expect(stderr).toContain('sina/china: stands in the configuration already');
    expect(stderr).toContain('ftp://x.example/: no http or https address');
    expect(read()).toBe('# mine\nfeeds:\n  - sina/china\n  - feed: http://blog.example/feed\n    name: 南岭\n    group: 博客-一\n');
    expect(web.requests).toEqual([]);
  });

  it('come back from what was exported as the same feeds', async () => {
    const file = 'feeds:\n  - sina/china\n  - feed: http://me:secret@a.example/feed?token=1\n    name: a.b\n    groups:\n      - x\n      - 金融\n  - feed: http://b.example/\n    group: x\n';
    write(`${file}  - ./local.xml\n`);
    const { code, stdout, stderr } = await feeds('export');
    expect([code, stderr.includes('./local.xml: not on the web')]).toEqual([0, true]);
    rmSync(join(cwd, 'news-scrape.yaml'));
    expect(await runCli(['feeds', 'import', '-'], { cwd, input: stdout })).toMatchObject({ code: 0 });
    expect(read()).toBe(file);
  });

  it('that cannot be read change nothing', async () => {
    write('feeds: [sina/china]\n');
    writeFileSync(join(cwd, 'list.opml'), LIST.slice(0, -10));
    expect(await feeds('import', 'list.opml')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('list.opml: no list of feeds that can be read (it ends early)') as string });
    expect(await feeds('import', 'nowhere.opml')).toMatchObject({ code: 2, stderr: expect.stringContaining('ENOENT') as string });
    expect(read()).toBe('feeds: [sina/china]\n');
  });
});
