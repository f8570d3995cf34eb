import { Timestamp } from '../value.js';
import { formatWallClock } from '../zone.js';
import type { Profile } from './profile.js';
import { author, categories, comments, coverOrEmpty, date, title } from './values.js';

/** The format of the seed document, byte for byte. `headimg` and `thumbnail` are what the theme Volantis shows. */
export const hexo: Profile = {
  id: 'hexo',
  name: 'Hexo',
  folders: ['source/_posts'],
  keys: { title, categories, headimg: coverOrEmpty, author, comments, date, thumbnail: coverOrEmpty },
  // In a site with a zone Hexo takes every date for what the clock shows there, whatever offset stands in it.
  date: (instant, zone) => (zone === undefined ? instant.toUTCString() : new Timestamp(formatWallClock(instant, zone))),
};
