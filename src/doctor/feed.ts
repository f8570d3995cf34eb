import { isNewsScrapeError, NewsScrapeError } from '../errors.js';
import { datesOf } from '../feed-plan.js';
import { staleSince } from '../feeds/freshness.js';
import { loadFeed } from '../feeds/load.js';
import type { FeedItem, FeedSource } from '../feeds/types.js';
import { maskSecrets } from '../mask.js';
import { messages } from '../messages/messages.js';
import { parseHttpUrl } from '../url.js';
import { fail, ok, warn, type Finding, type Verdict } from './check.js';
import type { ExaminedFeed } from './examine.js';
import { stageOf } from './stage.js';

/** Articles of a feed that are looked at until one says something. */
const SAMPLES = 3;

/** Asks for a feed once: that tells of its host and of the feed. */
export async function examineFeed({ source, sources, proxies }: ExaminedFeed): Promise<{ findings: Finding[]; items: readonly FeedItem[] }> {
  const host = parseHttpUrl(source.location)?.host;
  const about = (check: 'host' | 'feed', verdict: Verdict): Finding => ({ check, subject: check === 'host' ? (host ?? '') : maskSecrets(source.id), ...verdict });
  try {
    const loaded = await loadFeed(source, (location) => sources.feedText(source, location), { limit: SAMPLES });
    const findings = [about('feed', freshness(source, loaded?.feed.items ?? [], sources.now()))];
    return { findings: [...(host === undefined ? [] : [about('host', ok(messages.doctor.answers))]), ...findings], items: loaded?.items.toReversed() ?? [] };
  } catch (error) {
    if (!isNewsScrapeError(error)) throw error;
    const stage = host === undefined ? undefined : stageOf(error, proxies);
    if (stage !== undefined) return { findings: [about('host', { ...fail(messages.doctor.stage[stage](causeOf(error))), stage })], items: [] };
    const answered = host === undefined || isNewsScrapeError(error, 'timeout', 'private_address') ? [] : [about('host', ok(messages.doctor.answers))];
    return { findings: [...answered, about('feed', fail(error.message))], items: [] };
  }
}

function freshness({ kind, alternative }: FeedSource, items: readonly FeedItem[], now: Date): Verdict {
  const dates = datesOf(items);
  const newest = kind === 'demo' ? undefined : staleSince(dates, now);
  if (newest) return warn(messages.doctor.stale(newest, alternative));
  return ok(messages.doctor.feed(items.length, dates.at(-1)));
}

const causeOf = (error: NewsScrapeError): string => (isNewsScrapeError(error, 'feed_unreachable', 'network') ? error.params.cause : error.message);
