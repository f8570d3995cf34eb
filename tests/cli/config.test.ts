import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULES } from '../../src/article/rules/index.js';
import { AT_ONCE, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { pageUrl, rollAnswer, financePage } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';

const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思。';
const url = 'http://news.nanling.example/2026/1.html';
const PAGE = `<title>网站</title><div class="menu"><p>${'菜单里的一句话，比正文长得多。'.repeat(20)}</p></div>
<div class="top"><b class="headline">南岭的标题</b><i data-at="2026-11-20T09:30+08:00"></i></div>
<div class="story"><p>${SENTENCE}</p><p class="more">更多内容请看别处。</p></div>`;
const RULE = 'site-rules:\n  - id: nanling\n    host: nanling.example\n    body: .story\n    title: .headline\n    date: i@data-at\n    remove: .more\n';

let web: Web;
let cwd: string;
let pages: Record<string, string>;
beforeEach(async () => {
  cwd = emptyFolder();
  pages = { [url]: PAGE };
  web = await startWeb((asked) => pages[asked.href] ?? pages[asked.pathname]);
});
afterEach(async () => {
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});
const run = (args: string[], folder = cwd): Promise<CliResult> => runCli(args, { cwd: folder, env: web.env });
const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);

describe('rules of the user', () => {
  it('are found upwards from the folder in which the program runs, and come before the built-in ones', async () => {
    const inner = join(cwd, 'a', 'b');
    mkdirSync(inner, { recursive: true });
    expect((await run(['article', url], inner)).stdout).not.toContain("title: '南岭的标题'");
    write('news-scrape.yaml', RULE);
    const { code, stdout } = await run(['article', url], inner);
    expect(code).toBe(0);
    expect(stdout).toContain("title: '南岭的标题'");
    expect(stdout).toContain('date: Fri, 20 Nov 2026 01:30:00 GMT');
    expect(stdout.split('---\n')[2]?.trim()).toBe(SENTENCE);
    write('news-scrape.yaml', `${RULE}  - {id: before, when: '#artibody', body: '#artibody', title: .source}\n`);
    pages[pageUrl('nabc')] = financePage({ title: '标题' });
    expect((await run(['article', pageUrl('nabc')])).stdout).toContain("title: '示例报'");
  });

  it('count in a file of the earlier version too, and what to change is said', async () => {
    write('news-scrape.yaml', `# mine\n${RULE.replace('site-rules', 'rules')}`);
    const { code, stdout, stderr } = await run(['article', url]);
    expect([code, stdout.includes('南岭的标题')]).toEqual([0, true]);
    expect(stderr).toContain('news-scrape.yaml:2:1: the key "rules" is called "site-rules" since version 2 of this file; rename it');
  });

  it('are named with --config, which looks nowhere else', async () => {
    write('news-scrape.yaml', 'not: valid');
    write('mine.yml', RULE);
    expect(await run(['article', url, '--config', 'mine.yml'])).toMatchObject({ code: 0, stdout: expect.stringContaining('南岭的标题') as unknown });
  });

  it('count for fetch too', async () => {
    write('news-scrape.yaml', RULE);
    pages['/api/roll/get'] = rollAnswer([{ id: 'nabc', url, title: '南岭的标题' }]);
    const result = await run(['fetch', 'http://feed.mix.sina.com.cn/api/roll/get?pageid=1&lid=2', '--stdout', ...AT_ONCE]);
    expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining(`---\n\n${SENTENCE}\n`) as unknown });
  });

  it('show in --explain, with the conditions that hold and fail', async () => {
    write('news-scrape.yaml', `${RULE}  - {id: elsewhere, host: [other.example], when: .story, body: .story}\n`);
    const explanation: unknown = JSON.parse((await run(['article', url, '--explain', '--json'])).stdout);
    expect(explanation).toMatchObject({
      rule: 'nanling',
      rules: [{ id: 'nanling', holds: ['host nanling.example'], fails: [] }, { id: 'elsewhere', holds: ['.story'], fails: ['host other.example'] }, ...RULES.map(({ id }) => ({ id }))],
      fields: { title: { place: '.headline' }, date: { place: 'i@data-at' } },
      removed: [{ why: 'rule', detail: '.more', element: 'p.more' }],
    });
  });

  it('count by the address that a page in a file names for itself', async () => {
    write('news-scrape.yaml', RULE);
    write('page.html', `<link rel="canonical" href="${url}">${PAGE}`);
    expect((await run(['article', 'page.html'])).stdout).toContain('南岭的标题');
  });

  it('leave what they do not name to be read as on any page', async () => {
    write('news-scrape.yaml', 'site-rules:\n  - {id: nanling, host: nanling.example, body: .story, remove: .more}\n');
    pages[url] = `<meta property="og:title" content="别处的标题"><meta name="keywords" content="一,二"><meta property="og:site_name" content="南岭日报">${PAGE}`;
    const { stdout } = await run(['article', url, '--explain', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ rule: 'nanling', article: { title: '别处的标题', source: '南岭日报', keywords: ['一', '二'] } });
  });

  it('that miss the text make a failure, not an article without text', async () => {
    write('news-scrape.yaml', 'site-rules:\n  - {id: nanling, host: nanling.example, body: .picture}\n');
    pages[url] = PAGE.replace('class="menu">', 'class="menu"><div class="picture"><img src="/a.png"></div>');
    expect(await run(['article', url])).toMatchObject({ code: 3, stderr: expect.stringContaining('only 0 characters') as unknown });
  });

  it('that know only a host do not take its error pages for articles', async () => {
    write('news-scrape.yaml', RULE);
    pages[url] = PAGE.replace('网站', '404 Not Found');
    expect(await run(['article', url])).toMatchObject({ code: 3, stderr: expect.stringContaining('an error page') as unknown });
  });
});

describe('a configuration that cannot be used ends with 2 before anything is fetched', () => {
  it.each([
    ['a mistake', 'site-rules:\n  - id: a\n    bdoy: p\n', ['mine.yaml:2:5: the key "body" is missing', 'mine.yaml:3:5: unknown key "bdoy"; did you mean "body"?']],
    ['bytes that are no UTF-8', Buffer.from([0x72, 0xff, 0xfe]), ['mine.yaml: the configuration cannot be read (not UTF-8)']],
    ['a huge file', `# ${'x'.repeat(1024 * 1024)}`, ['mine.yaml: the configuration cannot be read (1048578 bytes']],
  ])('%s', async (_name, content, words) => {
    writeFileSync(join(cwd, 'mine.yaml'), content);
    for (const command of ['article', 'fetch']) {
      const { code, stdout, stderr } = await run([command, url, '--config', 'mine.yaml']);
      expect([code, stdout]).toEqual([2, '']);
      for (const line of words) expect(stderr.split('\n').some((printed) => printed.includes(line))).toBe(true);
    }
    expect(web.requests).toEqual([]);
  });

  it.each([['a file that is not there', 'nowhere.yaml', 'ENOENT'], ['a folder', '.', 'EISDIR']])('%s', async (_name, file, words) => {
    expect(await run(['article', url, '--config', file])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) as unknown });
  });

  it('a folder of its name is no configuration to be passed over', async () => {
    mkdirSync(join(cwd, 'news-scrape.yaml'));
    expect(await run(['article', url])).toMatchObject({ code: 2, stdout: '' });
  });
});
