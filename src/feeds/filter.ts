import type { FeedItem } from './types.js';

/** Why a filter leaves an item out. */
export type LeftOut = 'too_old' | 'excluded' | 'not_included';

/** Which items of a feed are taken at all. */
export interface Filter {
  /** Milliseconds. */
  maxAge?: number | undefined;
  /** Tests of titles: one must hold, if there are any. */
  include: readonly TitleTest[];
  /** None of these may hold. */
  exclude: readonly TitleTest[];
  /** Equal for filters that take the same. */
  key: string;
}

type TitleTest = (title: string) => boolean;

/** The reason for which an item is not taken; undefined for one that is. An item without a date is of no age. */
export function leftOutBy(filter: Filter | undefined, { title, date }: Pick<FeedItem, 'title' | 'date'>, now: Date): LeftOut | undefined {
  const oldest = oldestWanted(filter, now);
  if (!filter) return undefined;
  if (date && oldest && date < oldest) return 'too_old';
  if (filter.exclude.some((holds) => holds(title))) return 'excluded';
  return filter.include.length === 0 || filter.include.some((holds) => holds(title)) ? undefined : 'not_included';
}

/** What is older is not taken. */
export const oldestWanted = (filter: Filter | undefined, now: Date): Date | undefined =>
  filter?.maxAge === undefined ? undefined : new Date(now.getTime() - filter.maxAge);
