import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type Text } from 'domhandler';
import { parseDate } from '../dates.js';
import { elementName, type Trace } from './trace.js';

/** A day and a time at the start of a text, or behind a few words such as `发布时间：`. */
const DAY_AND_TIME = /^[^\d]{0,12}\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s{0,3}\d{1,2}[:：]\d{2}/u;

/**
 * The first date with a time that a page shows outside of lists: news pages show their own between title and text,
 * while lists show those of other articles.
 */
export function findShownDate($: CheerioAPI, trace?: Trace): Date | undefined {
  const texts = $('body, body *').contents().get().filter((node): node is Text => isText(node) && node.data.length < 200);
  const shown = texts.find((text) => DAY_AND_TIME.test(text.data.trim()) && $(text).closest('li, script, style').length === 0);
  if (!shown) return undefined;
  const { parent } = shown;
  trace?.found('date', parent && isTag(parent) ? elementName(parent) : '', shown.data.trim());
  return parseDate(shown.data);
}
