import { join, relative, resolve, sep } from 'node:path';
import type { BodyFormat } from './form.js';
import type { Place } from './place.js';
import type { SitePictures } from './profiles/profile.js';

/** Where pictures of posts go. */
export interface PicturePlace {
  folder: string;
  /** What leads to that folder from the text of a post: a path of the site, or one relative to the post. */
  inText: string;
  /** The same in the front matter. */
  inFrontMatter: string;
  /** Why they may not be seen in the built site. */
  doubt?: SitePictures['doubt'];
}

/** Where no site is known that would serve them from elsewhere: among the posts. */
const BESIDE = 'images';

/** The folder of the pictures of all posts, and what leads there once the site is built. */
export function picturePlaceOf({ folder, profile, site }: Place, body: BodyFormat): PicturePlace {
  const posts = site && relative(site.root, resolve(folder)).split(sep).join('/');
  const own = site && posts !== undefined && site.profile === profile ? profile.pictures?.(site, posts) : undefined;
  if (!site || !own) return { folder: join(folder, BESIDE), inText: BESIDE, inFrontMatter: BESIDE };
  return { folder: join(site.root, own.folder), inText: body === 'html' ? own.inHtml : own.inMarkdown, inFrontMatter: own.inFrontMatter, ...(own.doubt && { doubt: own.doubt }) };
}
