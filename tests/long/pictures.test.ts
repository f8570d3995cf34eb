import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { AT_ONCE } from '../support/cli.js';
import { png } from '../support/bytes.js';
import { financePage } from '../support/pages.js';
import { PAGE, ROLL, useSite } from '../support/site.js';

const HOST = 'http://n.sinaimg.cn';
const TEXT = '港口吞吐量本周再创新高，三号泊位夜间作业恢复正常。'.repeat(4);
const pageWith = (...names: string[]): string =>
  financePage({ title: '标题a1', text: `${TEXT}</p>${names.map((name) => `<p><img src="${HOST}/${name}" alt="图"></p>`).join('')}<p>${TEXT}` });
const nameOf = (bytes: Buffer): string => `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.png`;
const [RED, BLUE, GREEN] = [png(40, 30, 0xff0000), png(50, 30, 0xff), png(60, 30, 0xff00)];

const site = useSite();
const run = (...args: string[]): ReturnType<typeof site.run> => site.run(...args, '--out', 'posts', '--images', 'download', ...AT_ONCE);
const fetchAll = (...args: string[]): ReturnType<typeof site.run> => run('fetch', ROLL, ...args);
const post = (): string => {
  const [name = ''] = readdirSync(join(site.cwd, 'posts')).filter((file) => file.endsWith('.md'));
  return readFileSync(join(site.cwd, 'posts', name), 'utf8');
};
const pictures = (folder = 'posts/images'): string[] => {
  const path = join(site.cwd, folder);
  return existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.')).sort() : [];
};
const told = (stdout: string): { pictures?: { stored: number; missing: { url: string; reason: string; message: string }[] } } =>
  JSON.parse(stdout.split('\n')[0] ?? '') as object;

beforeEach(() => {
  site.rows.push({ id: 'a1' });
  Object.assign(site.replies, {
    [PAGE('a1')]: pageWith('red.jpg', 'blue.png', 'again.png'),
    [`${HOST}/red.jpg`]: { body: RED },
    [`${HOST}/blue.png`]: { body: BLUE },
    [`${HOST}/again.png`]: { body: RED },
    [`${HOST}/green.png`]: { body: GREEN },
  });
});

describe('--images download', () => {
  it('puts each picture once beside its post, named by its bytes, and the post leads there', async () => {
    const result = await fetchAll('--json');
    expect(result.code, result.stderr).toBe(0);
    expect(told(result.stdout).pictures).toEqual({ stored: 3, missing: [] });
    expect(pictures()).toEqual([`a1/${nameOf(RED)}`, `a1/${nameOf(BLUE)}`].sort());
    expect(readFileSync(join(site.cwd, 'posts/images/a1', nameOf(RED)))).toEqual(RED);
    expect(post()).not.toContain('sinaimg');
    expect(post().match(new RegExp(`\\]\\(images/a1/${nameOf(RED)}\\)`, 'g'))).toHaveLength(2);
    expect(post()).toContain(`headimg: 'images/a1/${nameOf(RED)}'`);
  });

  it('keeps the address of a picture that cannot be had, says so, and gets it with refresh', async () => {
    site.replies[`${HOST}/blue.png`] = { body: '<html>forbidden</html>' };
    site.replies[`${HOST}/again.png`] = { status: 403 };
    const result = await fetchAll('--json');
    expect(result.code).toBe(0);
    expect(told(result.stdout).pictures?.stored).toBe(1);
    expect(told(result.stdout).pictures?.missing.map(({ url, reason }) => [url, reason])).toEqual([[`${HOST}/blue.png`, 'picture_unusable'], [`${HOST}/again.png`, 'http_status']]);
    expect(result.stderr).toContain(`warning: 标题a1: ${HOST}/blue.png: the picture is not kept`);
    expect(post()).toContain(`](${HOST}/blue.png)`);

    Object.assign(site.replies, { [`${HOST}/blue.png`]: { body: BLUE }, [`${HOST}/again.png`]: { body: RED } });
    site.web.requests.length = 0;
    const refreshed = await run('refresh', '--json');
    expect(told(refreshed.stdout)).toMatchObject({ status: 'updated', pictures: { stored: 3, missing: [] } });
    expect(site.web.requests).not.toContain(`${HOST}/red.jpg`);
    expect(post()).not.toContain('sinaimg');
    expect(pictures()).toHaveLength(2);
  });

  it('says nothing of missing pictures in quiet runs, and ends well', async () => {
    site.replies[`${HOST}/blue.png`] = { status: 404 };
    expect(await fetchAll('--quiet')).toMatchObject({ code: 0, stderr: '' });
  });

  it('removes pictures that a new version of the article has not, but none of a person', async () => {
    await fetchAll();
    writeFileSync(join(site.cwd, 'posts/images/a1/mine.png'), GREEN);
    writeFileSync(join(site.cwd, 'posts/images/a1', nameOf(BLUE)), 'edited');
    site.replies[PAGE('a1')] = pageWith('green.png');
    expect((await run('refresh')).code).toBe(0);
    expect(pictures()).toEqual([`a1/${nameOf(GREEN)}`, 'a1/mine.png', `a1/${nameOf(BLUE)}`].sort());
    expect(post()).toContain(`](images/a1/${nameOf(GREEN)})`);
  });

  it('takes pictures away again that are to be links, with their folder', async () => {
    await fetchAll();
    expect((await site.run('refresh', '--out', 'posts', ...AT_ONCE)).code).toBe(0);
    expect(post()).toContain(`](${HOST}/red.jpg)`);
    expect(existsSync(join(site.cwd, 'posts/images'))).toBe(false);
  });

  it('puts back a picture that was deleted', async () => {
    await fetchAll();
    const before = post();
    rmSync(join(site.cwd, 'posts/images/a1', nameOf(BLUE)));
    expect((await run('refresh')).code).toBe(0);
    expect(pictures()).toHaveLength(2);
    expect(post()).toBe(before);
  });

  it('keeps a picture that the site has lost since', async () => {
    await fetchAll();
    site.replies[`${HOST}/blue.png`] = { status: 404 };
    site.replies[PAGE('a1')] = pageWith('blue.png', 'green.png');
    expect((await run('refresh')).code).toBe(0);
    expect(post()).not.toContain('sinaimg');
    expect(pictures()).toHaveLength(2);
  });

  it('leaves posts and pictures alone that a person has edited', async () => {
    await fetchAll();
    const [name = ''] = readdirSync(join(site.cwd, 'posts')).filter((file) => file.endsWith('.md'));
    writeFileSync(join(site.cwd, 'posts', name), `${post()}\nmine`);
    site.replies[PAGE('a1')] = pageWith('green.png');
    await run('refresh');
    expect(pictures()).toHaveLength(2);
    expect(post()).toMatch(/mine$/);
  });

  it('writes nothing in a dry run', async () => {
    expect((await fetchAll('--dry-run')).code).toBe(0);
    expect(existsSync(join(site.cwd, 'posts'))).toBe(false);
  });

  it('is refused where there is no folder', async () => {
    expect(await fetchAll('--stdout')).toMatchObject({ code: 2, stdout: '' });
    expect(await site.run('article', PAGE('a1'), '--images', 'download')).toMatchObject({ code: 2, stdout: '' });
    expect(site.web.requests).toEqual([]);
  });

  it('makes no picture smaller without the package for it, or where none is stored', async () => {
    const absent = await fetchAll('--image-max-width', '800');
    expect(absent).toMatchObject({ code: 2, stdout: '' });
    expect(absent.stderr).toContain('needs the package sharp');
    const linked = await site.run('fetch', ROLL, '--image-max-width', '800');
    expect(linked).toMatchObject({ code: 2, stdout: '' });
    expect(linked.stderr).toContain('needs --images download');
    expect((await fetchAll('--image-max-width', '0')).stderr).toContain('a whole number of pixels from 16');
    expect(site.web.requests).toEqual([]);
  });

  it.each([
    ['hexo', '_config.yml', 'per_page: 10\n', 'source/images', '/images'],
    ['hugo', 'hugo.toml', 'baseURL = "https://e.org/blog/"\n', 'static/images', '/blog/images'],
    ['jekyll', '_config.yml', 'kramdown: {}\nbaseurl: /blog\n', 'assets/images', '/blog/assets/images'],
    ['astro', 'astro.config.mjs', '', 'public/images', '/images'],
    ['eleventy', 'eleventy.config.js', '', 'src/images', '/images'],
  ])('puts pictures where a site of %s serves them from', async (_, config, text, folder, address) => {
    mkdirSync(join(site.cwd, 'blog'));
    writeFileSync(join(site.cwd, 'blog', config), text);
    const { code, stdout } = await site.run('fetch', ROLL, '--out', 'blog', '--images', 'download', ...AT_ONCE);
    expect(code).toBe(0);
    expect(pictures(`blog/${folder}`)).toEqual([`a1/${nameOf(RED)}`, `a1/${nameOf(BLUE)}`].sort());
    expect(readFileSync(join(site.cwd, stdout.trim()), 'utf8')).toContain(`](${address}/a1/${nameOf(RED)})`);
  });
});
