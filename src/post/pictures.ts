import { load } from 'cheerio';
import type { Dialect } from '../markdown/dialect.js';

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
