import { NewsScrapeError } from '../../errors.js';
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
  const walls = blocks.slice(-LAST).filter(({ text }) => text.length <= WALL_LENGTH);
  const wall = walls.map(({ text }) => WALLS.map((pattern) => pattern.exec(text)?.[0]).find((sign) => sign !== undefined)).find((sign) => sign !== undefined);
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const sign = wall ?? (isPaid && length < PART_LENGTH ? 'isAccessibleForFree' : undefined);
  if (sign !== undefined) throw new NewsScrapeError('page_blocked', { url, sign });
}
