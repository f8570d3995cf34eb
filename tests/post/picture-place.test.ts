import { describe, expect, it } from 'vitest';
import { picturePlaceOf, type PicturePlace } from '../../src/post/picture-place.js';
import { PROFILES } from '../../src/post/profiles/index.js';
import { findPlace } from '../../src/post/place.js';
import type { FolderView } from '../../src/post/site.js';

/** A blog in the folder `/b` with these files in its root. */
async function placeIn(files: Readonly<Record<string, string>>, body: 'markdown' | 'html' = 'markdown'): Promise<PicturePlace> {
  const view: FolderView = {
    names: (folder) => Promise.resolve(folder === '/b' ? Object.keys(files) : []),
    text: (file) => Promise.resolve(files[file.slice('/b/'.length)] ?? ''),
  };
  return picturePlaceOf(await findPlace({ out: '/b' }, view), body);
}

const hexo = (config: string, ...packages: string[]): Record<string, string> => ({
  '_config.yml': `per_page: 10\n${config}`,
  ...(packages.length > 0 && { 'package.json': JSON.stringify({ dependencies: Object.fromEntries(['hexo', ...packages].map((name) => [name, '*'])) }) }),
});

describe('the address of stored pictures in the text', () => {
  it.each<[expected: string, config: string, ...packages: string[]]>([
    ['/images', ''],
    ['/images', 'root: /blog/'],
    ['/images', 'root: /blog/', 'hexo-renderer-marked'],
    ['/images', 'root: /blog/\npost_asset_folder: true\nmarked: {prependRoot: true, postAsset: true}', 'hexo-renderer-marked'],
    ['/blog/images', 'root: /blog/\nrelative_link: true', 'hexo-renderer-marked'],
    ['/blog/images', 'root: /blog/\nmarked: {prependRoot: false}', 'hexo-renderer-marked'],
    ['/blog/images', 'url: https://example.com/blog\nrelative_link: true', 'hexo-renderer-marked'],
    ['/blog/images', 'root: /blog/', 'hexo-renderer-markdown-it'],
    ['/blog/images', 'root: /blog/\nmarkdown: {images: {prepend_root: false}}', 'hexo-renderer-markdown-it'],
    ['/images', 'root: /blog/\nmarkdown: {images: {prepend_root: true}}', 'hexo-renderer-markdown-it'],
    ['/images', 'root: /blog/\nmarkdown: {images: {post_asset: true}}', 'hexo-renderer-markdown-it'],
    ['/blog/images', 'root: /blog/', 'hexo-renderer-kramed'],
  ])('is %s for a renderer of Hexo with %j and %j', async (expected, config, ...packages) => {
    expect(await placeIn(hexo(config, ...packages))).toEqual({ folder: '/b/source/images', inText: expected, inFrontMatter: '/images' });
  });

  it('has the root of a Hexo site in HTML', async () => {
    expect(await placeIn(hexo('url: https://example.com/blog'), 'html')).toMatchObject({ inText: '/blog/images' });
    expect(await placeIn(hexo('url: https://example.com/x\nroot: /blog/'), 'html')).toMatchObject({ inText: '/blog/images' });
  });

  it.each([
    ['/blog/images', 'baseURL = "https://example.com/blog"'],
    ['/blog/images', 'baseURL = "/blog/"'],
    ['/images', 'baseURL = "example.com"'],
    ['/images', 'baseURL = "https://example.com/blog/"\ncanonifyURLs = true'],
    ['/images', 'baseURL = "https://example.com/blog/"\nrelativeURLs = true'],
  ])('is %s for Hugo with %s', async (expected, config) => {
    for (const body of ['markdown', 'html'] as const) expect((await placeIn({ 'hugo.toml': config }, body)).inText).toBe(expected);
  });

  it('leads to the first of the static folders of Hugo', async () => {
    expect((await placeIn({ 'hugo.toml': 'staticDir = ["files", "more"]' })).folder).toBe('/b/files/images');
  });

  it.each([
    ['/images', undefined, 'export default {};'],
    ['/blog/images', undefined, "export default defineConfig({ site: 'https://example.com', base: '/blog' });"],
    ['/blog/images', undefined, 'module.exports = { "base": `blog/` } // base: "/x"'],
    ['/blog/images', undefined, "const base = '/blog';\nexport default { base, alias: import.meta.base };"],
    ['/images', 'base', 'export default { base: process.env.BASE };'],
    ['/images', 'base', "export default { base: '/blog' + suffix };"],
    ['/images', 'base', 'export default { base: `/${name}` };'],
    ['/images', 'base', "export default { base: isLive ? '/a' : '/b' };"],
    ['/images', 'base', "export default { base: '/a', vite: { base: '/b' } };"],
    ['/images', 'base', "import { base } from './paths';\nexport default { base };"],
  ])('is %s for Astro, and %s is in doubt, with %s', async (expected, unreadable, program) => {
    const place = await placeIn({ 'astro.config.mjs': program });
    expect(place).toEqual({ folder: '/b/public/images', inText: expected, inFrontMatter: expected, ...(unreadable !== undefined && { doubt: { unreadable } }) });
  });

  const COPY = "c.addPassthroughCopy('src/images');";
  it.each([
    ['/images', undefined, COPY],
    ['/blog/images', undefined, `${COPY} return { pathPrefix: '/blog/' };`],
    ['/images', undefined, `c.addPlugin(EleventyHtmlBasePlugin); ${COPY} return { pathPrefix: '/blog/' };`],
    ['/images', undefined, 'c.addPassthroughCopy(folders);'],
    ['/images', { unreadable: 'pathPrefix' }, `${COPY} return { pathPrefix: prefix() };`],
    ['/images', { notCopied: 'src/images' }, "c.addPassthroughCopy('src/css');"],
    ['/images', { notCopied: 'src/images' }, ''],
  ])('is %s for Eleventy, with the doubt %j, where the configuration is %s', async (expected, doubt, program) => {
    expect(await placeIn({ '.eleventy.js': program })).toEqual({ folder: '/b/src/images', inText: expected, inFrontMatter: '/images', ...(doubt && { doubt }) });
  });

  it('is relative to the post where there is no site', async () => {
    expect(await placeIn({})).toEqual({ folder: '/b/images', inText: 'images', inFrontMatter: 'images' });
    expect(PROFILES.filter(({ pictures }) => !pictures).map(({ id }) => id)).toEqual(expect.arrayContaining(['obsidian', 'plain']));
  });
});
