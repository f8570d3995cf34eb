import { posix } from 'node:path';
import { GENERATORS } from '../../markdown/dialect.js';
import { settingInProgram } from '../program-setting.js';
import { Timestamp } from '../value.js';
import { formatIso } from '../zone.js';
import { configs, type Profile } from './profile.js';
import { author, categories, comments, cover, date, title } from './values.js';

export const eleventy: Profile = {
  id: 'eleventy',
  name: 'Eleventy',
  site: { configs: configs('eleventy.config.js', 'eleventy.config.mjs', 'eleventy.config.cjs', 'eleventy.config.ts', '.eleventy.js'), package: '@11ty/eleventy' },
  folders: () => ['src/posts', 'content/blog', 'content/posts', 'posts'],
  keys: { title, date, categories, author, comments, image: cover },
  date: (instant, zone) => new Timestamp(formatIso(instant, zone)),
  dialect: GENERATORS,
  excerpt: { mark: '<!-- more -->' },
  // Every page is in the collection of this name already.
  tag: (keyword) => (keyword === 'all' ? undefined : keyword),
  sharesDays: true,
  // For the site to copy: `src/images` where that is the input folder, else as the usual `public` is copied.
  pictures: ({ program }, posts) => {
    const folder = posts.startsWith('src/') ? 'src/images' : 'public/images';
    const prefix = settingInProgram(program, 'pathPrefix');
    // This plugin puts the prefix in front of every address in the finished pages; templates do so for the front matter.
    const inText = program.includes('HtmlBasePlugin') ? '/images' : posix.join('/', prefix ?? '', 'images');
    const doubt = prefix === null ? { unreadable: 'pathPrefix' } : copies(program, folder) ? undefined : { notCopied: folder };
    return { folder, inMarkdown: inText, inHtml: inText, inFrontMatter: '/images', ...(doubt && { doubt }) };
  },
};

/** Whether a configuration seems to copy a folder into the site; one that says so by a variable may. */
function copies(program: string, folder: string): boolean {
  const calls = Array.from(program.matchAll(/addPassthroughCopy\s*\(([^)]*)/g), ([, what = '']) => what);
  return calls.some((what) => !/["'`]/.test(what) || what.includes(folder.endsWith('public/images') ? 'public' : 'images'));
}
