import { load } from 'cheerio';
import type { Dialect } from '../markdown/dialect.js';
import { documentId } from './file-name.js';

/** A picture that stands with the post. */
export interface LocalPicture {
  /** Its address in the article. */
  from: string;
  /** Name of its file. */
  name: string;
  width: number;
  height: number;
}

/** The addresses of the pictures of an article, in their order. */
export function pictureAddresses(html: string): string[] {
  return load(html, null, false)('img').toArray().flatMap(({ attribs }) => attribs.src ?? []);
}

/** Where a picture stands below the folder of all: in that of its article. */
export const picturePath = (id: string, name: string): string => `${documentId(id)}/${name}`;

/** An article's HTML with the addresses of the pictures that stand with the post, and how large they are. */
export function withLocalPictures(html: string, pictures: readonly LocalPicture[], addressOf: (picture: LocalPicture) => string): string {
  if (pictures.length === 0) return html;
  const $ = load(html, null, false);
  const local = new Map(pictures.map((picture) => [picture.from, picture]));
  for (const { attribs } of $('img').toArray()) {
    const picture = local.get(attribs.src ?? '');
    if (picture) Object.assign(attribs, { src: addressOf(picture), width: String(picture.width), height: String(picture.height) });
  }
  return $.html();
}

/** An article's HTML without its pictures and what stands under them. */
export function withoutPictures(html: string): string {
  const $ = load(html, null, false);
  const around = $('img').closest('figure, p, li');
  $('figure').has('img').remove();
  $('img').remove();
  around.filter((_, element) => $(element).text().trim() === '').remove();
  return $.html();
}

/** The dialect that writes pictures as HTML tags; always the same one for the same dialect. */
export function tagging(dialect: Dialect): Dialect {
  const known = TAGGING.get(dialect) ?? { ...dialect, tagsPictures: true };
  TAGGING.set(dialect, known);
  return known;
}

const TAGGING = new Map<Dialect, Dialect>();
