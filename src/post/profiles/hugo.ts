import { Timestamp } from '../value.js';
import { formatIso } from '../zone.js';
import type { Profile } from './profile.js';
import { author, categories, comments, cover, coverImage, coverList, date, title } from './values.js';

/** `images` is what Hugo's own templates read, the other keys for pictures are those of its themes. */
export const hugo: Profile = {
  id: 'hugo',
  name: 'Hugo',
  folders: ['content/posts', 'content/post', 'content/blog'],
  keys: { title, date, categories, author, comments, images: coverList, cover: coverImage, image: cover, featured_image: cover },
  date: (instant, zone) => new Timestamp(formatIso(instant, zone)),
};
