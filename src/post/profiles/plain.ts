import { COMMONMARK } from '../../markdown/dialect.js';
import { Timestamp } from '../value.js';
import { formatIso } from '../zone.js';
import type { Profile } from './profile.js';
import { author, categories, cover, date, sourceUrl, title } from './values.js';

/** Markdown for editors, converters and code hosts: nothing in it minds any blog generator. */
export const plain: Profile = {
  id: 'plain',
  name: 'plain Markdown',
  folders: () => [],
  keys: { title, date, categories, author, source_url: sourceUrl, image: cover },
  date: (instant) => new Timestamp(formatIso(instant)),
  dialect: COMMONMARK,
};
