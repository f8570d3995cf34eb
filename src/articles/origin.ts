import { isWritten } from '../archive/record.js';
import { resolveFeed } from '../feeds/resolve.js';
import type { FeedSource } from '../feeds/types.js';
import { jobOf, type Job } from '../jobs.js';
import type { Origin } from '../post/fields.js';

/**
 * Where an article's post says that it comes from: for one that is written again that is the feed that it was written
 * from, whichever feed has brought it now.
 */
export function originOf(job: Job): Origin {
  const { known, item } = job;
  if (!isWritten(known) || known.feed === job.source.id) return originIn(job);
  const first = jobOf(sourceOf(known.feed), {}, known);
  return originIn({ ...first, item: { ...first.item, title: item.title, ...(item.updated && { updated: item.updated }) } });
}

/** The source of a feed of which the archive tells; it may be none that can be read any more. */
export function sourceOf(feed: string): FeedSource {
  try {
    return resolveFeed(feed);
  } catch {
    return { id: feed, kind: 'http', location: feed, defaults: {} };
  }
}

const originIn = ({ source, feed, item }: Job): Origin => ({ feed, defaults: source.defaults, item, name: source.id });
