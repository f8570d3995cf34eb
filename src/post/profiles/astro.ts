import { posix } from 'node:path';
import { GENERATORS } from '../../markdown/dialect.js';
import { settingInProgram } from '../program-setting.js';
import { Timestamp } from '../value.js';
import { formatIso } from '../zone.js';
import { configs, everywhere, type Profile } from './profile.js';
import { author, categories, comments, cover, date, description, title } from './values.js';

/** The schema of Astro's own blog wants `description` and `pubDate`; a schema drops what it does not know. */
export const astro: Profile = {
  id: 'astro',
  name: 'Astro',
  site: { configs: configs('astro.config.mjs', 'astro.config.js', 'astro.config.ts', 'astro.config.mts', 'astro.config.cjs'), package: 'astro' },
  folders: () => ['src/content/posts', 'src/content/blog', 'src/content/post', 'src/data/blog', 'src/data/posts', 'src/data/post'],
  keys: { title, description, date, pubDate: date, categories, author, comments, image: cover },
  date: (instant, zone) => new Timestamp(formatIso(instant, zone)),
  dialect: GENERATORS,
  extraKeys: { updated: 'updatedDate' },
  pictures: ({ program }) => {
    const base = settingInProgram(program, 'base');
    const place = everywhere('public/images', posix.join('/', base ?? '', 'images'));
    return base === null ? { ...place, doubt: { unreadable: 'base' } } : place;
  },
};
