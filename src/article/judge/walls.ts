import { isTag, type Element } from 'domhandler';
import { NewsScrapeError } from '../../errors.js';
import { oneLine } from '../metadata/places.js';
import { textNodes } from '../text-nodes.js';
import { WALLS } from './signs.js';

/** Texts that tell of a wall are no longer than this. */
const WALL_LENGTH = 80;
/** Blocks at the end of a text in which a wall may stand. */
const LAST = 3;
/** A page that calls itself paid shows less than this where it shows a part. */
const PART_LENGTH = 500;

/**
 * Refuses the beginning of an article that ends at a wall.
 * @param isPaid true if the page says of itself that it is not for everybody
 * @throws NewsScrapeError `page_blocked`
 */
export function refuseWalls(blocks: readonly { text: string }[], isPaid: boolean, url: string): void {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const sign = wallSign(blocks.slice(-LAST).map(({ text }) => text)) ?? (isPaid && length < PART_LENGTH ? 'isAccessibleForFree' : undefined);
  if (sign !== undefined) throw new NewsScrapeError('page_blocked', { url, sign });
}

/**
 * Refuses an article's element whose last lines, or the line right behind it, are a wall: what it stands in often has a
 * name that is taken out later on.
 * @throws NewsScrapeError `page_blocked`
 */
export function refuseWalledElement(element: Element, url: string): void {
  const inside = textNodes(element).slice(-LAST);
  const behind = nextShown(element);
  const sign = wallSign([...inside, ...(behind ? textNodes(behind).slice(0, LAST) : [])].map(({ data }) => oneLine(data)));
  if (sign !== undefined) throw new NewsScrapeError('page_blocked', { url, sign });
}

function nextShown(element: Element): Element | undefined {
  for (let { next } = element; next; ({ next } = next)) if (isTag(next) && textNodes(next).length > 0) return next;
  return undefined;
}

function wallSign(texts: readonly string[]): string | undefined {
  const lines = texts.filter((text) => text.length <= WALL_LENGTH);
  return lines.map((line) => WALLS.map((pattern) => pattern.exec(line)?.[0]).find((sign) => sign !== undefined)).find((sign) => sign !== undefined);
}
