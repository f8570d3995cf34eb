import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNewsScrapeError } from '../../src/errors.js';
import { findPlace, type Place } from '../../src/post/place.js';
import { PROFILES } from '../../src/post/profiles/index.js';
import type { FolderView } from '../../src/post/site.js';

/** A disk that holds these files below the working folder. */
function diskOf(files: Readonly<Record<string, string>>): FolderView {
  const paths = new Map(Object.entries(files).map(([path, text]) => [resolve(path), text]));
  return {
    names: (folder) => {
      const below = [...paths.keys()].filter((path) => path.startsWith(join(folder, '/')));
      return Promise.resolve([...new Set(below.map((path) => path.slice(join(folder, '/').length).split('/')[0] ?? ''))]);
    },
    text: (file) => {
      const text = paths.get(resolve(file));
      return text === undefined ? Promise.reject(new Error(`no ${file}`)) : Promise.resolve(text);
    },
  };
}
const placeIn = (files: Readonly<Record<string, string>>, out?: string, profile?: string): Promise<Place> =>
  findPlace({ out, profile: PROFILES.find(({ id }) => id === profile) }, diskOf(files));

const HEXO = 'title: 博客\ntimezone: Asia/Shanghai\nsource_dir: source\nnew_post_name: :title.md\ntheme: volantis\n';
const JEKYLL = 'title: 博客\ntimezone: Asia/Shanghai\nmarkdown: kramdown\nplugins: [jekyll-feed]\n';

describe('the place of posts', () => {
  it.each([
    ['hexo', 'source/_posts', { '_config.yml': HEXO }],
    ['hexo', 'source/_posts', { '_config.yml': 'title: x', 'package.json': '{"dependencies":{"hexo":"^8.0.0"}}' }],
    ['hexo', 'src/_posts', { '_config.yml': 'source_dir: src' }],
    ['jekyll', '_posts', { '_config.yml': JEKYLL }],
    ['jekyll', '_posts', { '_config.yml': 'title: x\ntheme: minima', Gemfile: 'gem "jekyll"' }],
    ['jekyll', 'docs/_posts', { '_config.yml': `${JEKYLL}collections_dir: docs` }],
    ['hugo', 'content/posts', { 'hugo.toml': 'title = "x"' }],
    ['hugo', 'content/post', { 'hugo.yaml': 'title: x', 'content/post/a.md': '' }],
    ['hugo', 'content/posts', { 'config.toml': 'baseURL = "https://example.com/"' }],
    ['jekyll', '_posts', { '_config.yml': 'theme: jekyll-theme-cayman' }],
    ['jekyll', '_posts', { '_config.yml': 'theme: minima\ntitle: x' }],
    ['hugo', 'content/zh/posts', { 'hugo.toml': 'defaultContentLanguage = "zh"\n[languages.zh]\ncontentDir = "content/zh"' }],
    ['hugo', 'content/zh/posts', { 'config/_default/config.yml': 'defaultContentLanguage: zh', 'config/_default/languages.toml': '[zh]\ncontentDir = "content/zh"', 'config/_default/README.md': '' }],
    ['astro', 'src/data/blog', { 'astro.config.ts': '', 'src/data/blog/a.md': '' }],
    ['hugo', 'inhalt/posts', { 'config/_default/hugo.toml': 'contentDir = "inhalt"' }],
    ['astro', 'src/content/posts', { 'astro.config.mjs': 'export default {};' }],
    ['astro', 'src/content/blog', { 'package.json': '{"dependencies":{"astro":"^7"}}', 'src/content/blog/a.md': '' }],
    ['eleventy', 'src/posts', { 'eleventy.config.js': '' }],
    ['eleventy', 'content/blog', { '.eleventy.js': '', 'content/blog/a.md': '' }],
    ['eleventy', 'src/posts', { 'package.json': '{"devDependencies":{"@11ty/eleventy":"^3"}}' }],
  ])('in the root of a site is found for %s: %s', async (id, folder, files) => {
    expect(await placeIn(files)).toMatchObject({ folder, profile: { id } });
    const inBlog = Object.fromEntries(Object.entries(files).map(([path, text]) => [join('blog', path), text]));
    expect(await placeIn(inBlog, 'blog')).toMatchObject({ folder: join('blog', folder), profile: { id } });
    expect(await placeIn(inBlog, join('blog', folder))).toMatchObject({ folder: join('blog', folder), profile: { id } });
    expect(await placeIn(inBlog, 'blog', id)).toMatchObject({ folder: join('blog', folder), profile: { id } });
  });

  it.each([
    ['nothing', {}],
    ['files of other programs', { 'config.toml': '[server]\nport = 1', 'config.yaml': 'a: [', 'package.json': '{"dependencies":{"express":"5"}}', '_config.yml': 'title: x' }],
    ['a damaged package.json', { 'package.json': '{' }],
  ])('in a folder with %s is "posts" for Hexo, as the folder that is named is', async (_, files) => {
    expect(await placeIn(files)).toEqual({ folder: 'posts', profile: PROFILES[0], site: undefined });
    expect(await placeIn(files, 'posts')).toMatchObject({ folder: 'posts', site: undefined });
  });

  it('in a site stays where the user put it, in the form of that site', async () => {
    expect(await placeIn({ 'blog/hugo.toml': '' }, 'blog/content/news')).toMatchObject({ folder: 'blog/content/news', profile: { id: 'hugo' } });
    expect(await placeIn({ 'vault/.obsidian/app.json': '{}' }, 'vault/news')).toMatchObject({ folder: 'vault/news', profile: { id: 'obsidian' } });
    expect(await placeIn({ 'vault/.obsidian/app.json': '{}' }, 'vault')).toMatchObject({ folder: 'vault', profile: { id: 'obsidian' } });
  });

  it('with a profile that was named is not led astray by another generator\'s site', async () => {
    expect(await placeIn({ 'blog/hugo.toml': '' }, 'blog', 'jekyll')).toMatchObject({ folder: 'blog', profile: { id: 'jekyll' }, site: undefined });
  });

  it('does not look for a site above a repository', async () => {
    const files = { 'hugo.toml': '', 'repo/.git/HEAD': '' };
    expect(await placeIn(files, 'repo/posts')).toMatchObject({ folder: 'repo/posts', site: undefined });
  });

  it.each([
    ['hexo', { '_config.yml': HEXO }, 'Asia/Shanghai'],
    ['hexo', { '_config.yml': "timezone: ''\nper_page: 10" }, undefined],
    ['hexo', { '_config.yml': 'timezone: Asia/Nowhere\nper_page: 10' }, undefined],
    ['hugo', { 'hugo.toml': "timezone = 'America/New_York'" }, 'America/New_York'],
    ['hugo', { 'hugo.toml': 'timeZone = "UTC"\ndefaultContentLanguage = "zh"\n[languages.zh]\ntimeZone = "Asia/Shanghai"' }, 'Asia/Shanghai'],
    ['hugo', { 'config.json': '{"baseURL":"/","timeZone":"UTC"}' }, 'UTC'],
    ['jekyll', { '_config.yml': JEKYLL }, 'Asia/Shanghai'],
  ])('knows the time zone of a site of %s', async (_, files, zone) => {
    expect((await placeIn(files)).site?.zone).toBe(zone);
  });

  it('knows what stands in the files into which a configuration of Hugo is divided, and which of them is damaged', async () => {
    const files = { 'config/_default/hugo.yaml': 'title: x', 'config/_default/markup.toml': '[goldmark.renderer]\nunsafe = true' };
    const { profile, site } = await placeIn(files);
    expect(profile.keepsHtml?.(site?.config ?? {})).toBe(true);
    const error = await placeIn({ ...files, 'config/_default/params.toml': 'a = [' }).catch((thrown: unknown) => thrown);
    expect(isNewsScrapeError(error, 'site_unreadable') && error.params.file).toBe(resolve('config/_default/params.toml'));
  });

  it.each(['_config.yml', 'hugo.toml', 'hugo.json'])('is not guessed where the configuration %s is damaged', async (name) => {
    const error = await placeIn({ [join('blog', name)]: '{ "a: [' }, 'blog').catch((thrown: unknown) => thrown);
    expect(isNewsScrapeError(error, 'site_unreadable') && dirname(error.params.file)).toBe(resolve('blog'));
  });
});
