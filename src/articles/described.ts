import type { Job } from '../jobs.js';
import type { Outcome } from '../outcome.js';

/** What the feed says of an article. */
export function described({ id, item, source }: Job): Pick<Outcome, 'id' | 'url' | 'title' | 'feed' | 'date'> {
  const date = item.date?.toISOString();
  return { id, url: item.url, title: item.title, feed: source.id, ...(date !== undefined && { date }) };
}
