import { GENERATORS } from '../../markdown/dialect.js';
import { Timestamp } from '../value.js';
import { formatIso } from '../zone.js';
import { configs, everywhere, type Profile } from './profile.js';
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
  pictures: (_, posts) => everywhere(posts.startsWith('src/') ? 'src/images' : 'public/images', '/images'),
};
