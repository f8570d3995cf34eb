import { pMapIterable } from 'p-map';
import type { SiteRule } from '../article/rules/rule.js';
import type { FeedSource } from '../feeds/types.js';
import { messages } from '../messages/messages.js';
import type { Sources } from '../sources.js';
import { examineArticle } from './article.js';
import { fail, ok, type Finding } from './check.js';
import { examineFeed } from './feed.js';
import { FOLDER_CHECKS } from './folder.js';

/** What is looked at. */
export interface Examination {
  folders: readonly string[];
  feeds: readonly ExaminedFeed[];
  rules: readonly SiteRule[];
  versions: { program: string; node: string };
}

/** A feed with the way in which it is fetched. */
export interface ExaminedFeed {
  source: FeedSource;
  sources: Sources;
  /** Addresses of the proxies in use. */
  proxies: readonly string[];
}

/** The oldest version of Node that this program runs on. */
const OLDEST_NODE = '20.18.1';

/** Feeds at once; their hosts have limits of their own. */
const FEEDS_AT_ONCE = 64;

/**
 * Looks at everything that a run needs; at feeds side by side, so that none waits for one that is dead. What is found comes
 * in the order of the feeds. Nothing is written but a file that goes at once.
 */
export async function* examine({ versions, folders, feeds, rules }: Examination): AsyncGenerator<Finding> {
  yield { check: 'program', subject: 'news-scrape', ...programVerdict(versions) };
  for (const folder of folders) {
    yield* examineFolder(folder);
  }
  for await (const findings of pMapIterable(feeds, (feed) => examineAll(feed, rules), { concurrency: FEEDS_AT_ONCE })) yield* findings;
}

async function examineAll(feed: ExaminedFeed, rules: readonly SiteRule[]): Promise<Finding[]> {
  const { findings, items } = await examineFeed(feed);
  return [...findings, ...(await examineArticle(items, { sources: feed.sources, rules }))];
}

async function* examineFolder(folder: string): AsyncGenerator<Finding> {
  for (const [check, look] of FOLDER_CHECKS) {
    const finding: Finding = { check, subject: folder, ...(await look(folder)) };
    yield finding;
    // What is in a folder that cannot be has nothing to tell.
    if (check === 'folder' && finding.status === 'fail') break;
  }
}

function programVerdict({ program, node }: Examination['versions']): Pick<Finding, 'status' | 'message'> {
  const isOld = node.localeCompare(OLDEST_NODE, 'en', { numeric: true }) < 0;
  return isOld ? fail(messages.doctor.oldNode(program, node, OLDEST_NODE)) : ok(messages.doctor.versions(program, node));
}
