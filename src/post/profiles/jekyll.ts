import { Timestamp } from '../value.js';
import { formatRuby } from '../zone.js';
import type { Profile } from './profile.js';
import { author, categories, comments, cover, date, title } from './values.js';

export const jekyll: Profile = {
  id: 'jekyll',
  name: 'Jekyll',
  folders: ['_posts'],
  keys: { layout: () => 'post', title, date, categories, author, comments, image: cover },
  date: (instant, zone) => new Timestamp(formatRuby(instant, zone)),
};
