import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { png } from '../support/bytes.js';
import { AT_ONCE } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { PAGE, ROLL, useSite } from '../support/site.js';

/** What users of such tools complain about, each met by the whole program as they met it. */
const site = useSite();
const TEXT = '港口吞吐量本周再创新高，三号泊位夜间作业恢复正常，装卸效率提高了一成。'.repeat(3);
const posts = (): string[] => readdirSync(join(site.cwd, 'posts')).filter((name) => name.endsWith('.md'));
const textOf = (name: string): string => readFileSync(join(site.cwd, 'posts', name), 'utf8');
const frontMatterOf = (name: string): Record<string, unknown> => parse(textOf(name).split('---\n')[1] ?? '', { schema: 'core' }) as Record<string, unknown>;
const outcomes = (stdout: string): Record<string, unknown>[] => stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ type }) => type === 'article');

describe('the charset of a page', () => {
  it.each([
    ['gbk, declared in the page', 'text/html', 'gbk', 'gbk'],
    ['gb2312 in the header alone', 'text/html; charset=gb2312', 'gbk', ''],
    ['UTF-8, declared as gbk in the page', 'text/html', 'utf8', 'gbk'],
    ['UTF-8, declared as gbk in the header', 'text/html; charset=gbk', 'utf8', 'utf-8'],
    ['UTF-16 with its mark', 'text/html', 'utf16', ''],
    ['big5', 'text/html; charset=big5', 'big5', 'big5'],
    ['nothing at all, but gbk', '', 'gbk', ''],
  ])('%s is no garbage in the post', async (_, contentType, charset, declared) => {
    const text = charset === 'big5' ? '港口吞吐量本週再創新高，三號泊位夜間作業恢復正常。'.repeat(4) : TEXT;
    site.rows = [{ id: 'a1', title: '标题' }];
    const page = financePage({ title: charset === 'big5' ? '標題' : '标题', text }).replace('<meta charset="utf-8">', declared === '' ? '' : `<meta charset="${declared}">`);
    const bytes = iconv.encode(page.replace('某某', '某'), charset === 'utf16' ? 'utf-16le' : charset, { addBOM: charset === 'utf16' });
    site.replies[PAGE('a1')] = { headers: contentType === '' ? {} : { 'content-type': contentType }, body: bytes };
    expect((await site.run('fetch', ROLL, ...AT_ONCE)).code).toBe(0);
    expect(textOf(posts()[0] ?? '')).toContain(text);
  });
});

describe('titles that break file names, YAML or a shell', () => {
  const TITLES = [
    '央行：降准 #1 - [快讯]', "it's 'quoted' \"twice\"", '- 列表', '? 键: 值', '{{ site.title }} {% raw %}', '*锚点', '&别名', '!!python/object', '@某人', '`代码`', '%指令', 'null', 'true', '2026-11-24', '1e3', '~',
    '---', '…—', '../../etc/passwd', '/绝对', 'C:\\windows', 'CON', 'nul.txt', '.hidden', '尾点.', '问号？*<>|":', '长'.repeat(300), '👨‍👩‍👧‍👦'.repeat(40), 'e\u0301', 'ＡＢＣ', 'ABC 航线', 'abc 航线', '\u202Egnp.exe', '零宽\u200B字', '换 行', '$(touch pwned)', '; rm -rf posts', '<script>alert(1)</script>', '\ud83d\ude00'.repeat(3),
  ];

  it('are whole in the front matter, and each has a file of its own in the folder', async () => {
    site.rows = TITLES.map((title, index) => ({ id: `t${index}`, title, ctime: 1_795_000_000 + index }));
    const { code, stdout } = await site.run('fetch', ROLL, '--limit', '100', '--json', ...AT_ONCE);
    expect(code).toBe(0);
    const files = outcomes(stdout).map(({ id, file }) => [String(id), String(file).replace(/^posts\//, '')] as const);
    expect(files).toHaveLength(TITLES.length);
    expect(readdirSync(site.cwd)).toEqual(['posts']);
    expect(posts().sort()).toEqual(files.map(([, file]) => file).sort());
    expect(new Set(files.map(([, file]) => file.normalize('NFC').toLowerCase())).size).toBe(TITLES.length);
    for (const [id, file] of files) {
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(200);
      expect(file).toBe(file.normalize('NFC'));
      // Emoji are joined by a character without width of their own; those that hide or turn text around are none of them.
      expect(file).toMatch(/^2026-[^/\\:*?"<>|\p{Cc}\s\u200B\u202A-\u202E\u2066-\u2069\uFEFF]*\.md$/u);
      const title = frontMatterOf(file).title;
      expect(typeof title).toBe('string');
      expect(String(title).normalize('NFC').replace(/[\p{Cf}\s]/gu, '')).toBe((TITLES[Number(id.replace(/\D+/g, ''))] ?? '').normalize('NFC').replace(/[\p{Cf}\s]/gu, ''));
    }
    expect(await site.run('fetch', ROLL, '--limit', '100', '--quiet', ...AT_ONCE)).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('pictures of a hostile or a broken site', () => {
  const HOST = 'http://n.sinaimg.cn';
  const withPictures = (...urls: string[]): string => financePage({ title: '标题a1', text: `${TEXT}</p>${urls.map((url) => `<p><img src="${url}"></p>`).join('')}<p>${TEXT}` });
  const fetchPictures = async (...urls: string[]): Promise<{ stored: number; missing: { url: string; reason: string }[] }> => {
    site.rows = [{ id: 'a1' }];
    site.replies[PAGE('a1')] = withPictures(...urls);
    const { stdout } = await site.run('fetch', ROLL, '--images', 'download', '--json', ...AT_ONCE);
    return outcomes(stdout)[0]?.pictures as { stored: number; missing: { url: string; reason: string }[] };
  };

  it('lead nobody into a private network, straight or by a redirect, and the post keeps their addresses', async () => {
    site.replies[`${HOST}/away.png`] = { status: 302, headers: { location: 'http://192.168.0.1/x.png' } };
    const urls = ['http://169.254.169.254/x.png', 'http://[::1]/x.png', 'http://localhost/x.png', `${HOST}/away.png`];
    const { stored, missing } = await fetchPictures(...urls);
    expect([stored, missing.map(({ reason }) => reason)]).toEqual([0, urls.map(() => 'private_address')]);
    expect(site.web.requests.filter((url) => !/sina(?:img)?\.(?:com\.)?cn/.test(url))).toEqual([]);
    expect(textOf(posts()[0] ?? '')).toContain(`${HOST}/away.png`);
  });

  it('that unpack to too much, are no pictures, or hold scripts are not stored', async () => {
    Object.assign(site.replies, {
      [`${HOST}/bomb.png`]: { headers: { 'content-encoding': 'gzip', 'content-type': 'image/png' }, body: gzipSync(Buffer.alloc(100 * 1024 * 1024)) },
      [`${HOST}/page.jpg`]: { headers: { 'content-type': 'image/jpeg' }, body: '<html>forbidden</html>' },
      [`${HOST}/script.png`]: { headers: { 'content-type': 'image/png' }, body: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' },
      [`${HOST}/dot.png`]: { body: png(1, 1) },
      [`${HOST}/fine.png`]: { body: png(40, 30) },
    });
    const { stored, missing } = await fetchPictures(...['bomb.png', 'page.jpg', 'script.png', 'dot.png', 'fine.png'].map((name) => `${HOST}/${name}`));
    expect(stored).toBe(1);
    expect(missing.map(({ url, reason }) => [url.replace(/.*\//, ''), reason])).toEqual([['bomb.png', 'too_large'], ['page.jpg', 'picture_unusable'], ['script.png', 'picture_unusable']]);
  });

  it('without end are stored up to a hundred', async () => {
    const urls = Array.from({ length: 110 }, (_, index) => `${HOST}/${index}.png`);
    for (const [index, url] of urls.entries()) site.replies[url] = { body: png(40, 30, index * 1000) };
    const { stored, missing } = await fetchPictures(...urls);
    expect([stored, missing.length]).toEqual([100, 10]);
    expect(site.web.requests.filter((url) => url.endsWith('.png'))).toHaveLength(100);
  });
});
