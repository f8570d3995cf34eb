import { OBSIDIAN } from '../../markdown/dialect.js';
import { Timestamp } from '../value.js';
import { formatWallClock } from '../zone.js';
import type { Profile } from './profile.js';
import { author, categories, cover, date, sourceUrl, title } from './values.js';

/** Notes of a vault. Obsidian's properties know a date with a time only without an offset: it is the time in China. */
export const obsidian: Profile = {
  id: 'obsidian',
  name: 'Obsidian',
  site: { entry: '.obsidian' },
  folders: () => [],
  keys: { title, date, categories, author, source_url: sourceUrl, cover },
  date: (instant) => new Timestamp(formatWallClock(instant).replace(' ', 'T')),
  dialect: OBSIDIAN,
  tag: (keyword) => tagOf(keyword),
};

/** Tags hold letters, digits, `_`, `-` and `/`, and are never numbers. */
function tagOf(keyword: string): string | undefined {
  const tag = keyword.replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /^\d*$/.test(tag) ? undefined : tag;
}
