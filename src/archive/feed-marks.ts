import { readFile } from 'node:fs/promises';
import { NewsScrapeError, systemCode, systemDetail } from '../errors.js';
import type { Validators } from '../validators.js';
import { writeFileAtomic } from './atomic.js';
import { statePaths, unwritable } from './folder.js';

/** How far a feed has been read. Dates are ISO 8601 instants in UTC. */
export interface FeedMark {
  /** The feed's id or address as the user gave it. */
  feed: string;
  /** Date of the oldest article that the first run took; what is older is not wanted. */
  start: string;
  /** Everything from `start` up to here has been seen; absent until a first run came to its end. */
  complete?: string;
  /** Of the last answer all of whose items were dealt with; absent if some were not. */
  validators?: Validators;
  /** What dealt with them: another version, or other options, may see more in the same answer. */
  readWith?: string;
}

/** The marks of all feeds of an output folder, in `.news-scrape/feeds.jsonl`, one line a feed. */
export class FeedMarks {
  private constructor(
    private readonly dir: string,
    private readonly marks: Map<string, FeedMark>,
  ) {}

  /** @throws NewsScrapeError `archive_corrupt`, `archive_unreadable`; the file stays as it is */
  static async open(dir: string): Promise<FeedMarks> {
    const file = statePaths(dir).feeds;
    const lines = (await readText(file)).split('\n').map((text, index) => ({ text, line: index + 1 }));
    const marks = lines.filter(({ text }) => text !== '').map(({ text, line }) => parseMark(text, file, line));
    return new FeedMarks(dir, new Map(marks.map((mark) => [mark.feed, mark])));
  }

  get(feed: string): FeedMark | undefined {
    return this.marks.get(feed);
  }

  /** @throws NewsScrapeError `output_unwritable`; the file is as it was then */
  async set(mark: FeedMark): Promise<void> {
    const { feeds, tmp } = statePaths(this.dir);
    const marks = new Map(this.marks).set(mark.feed, mark);
    try {
      await writeFileAtomic(feeds, [...marks.values()].map((value) => `${JSON.stringify(value)}\n`).join(''), { tmpDir: tmp, replace: true });
    } catch (error) {
      throw unwritable(feeds, error);
    }
    this.marks.set(mark.feed, mark);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw new NewsScrapeError('archive_unreadable', { file, detail: systemDetail(error) }, { cause: error });
  }
}

function parseMark(text: string, file: string, line: number): FeedMark {
  try {
    const value: unknown = JSON.parse(text);
    if (isMark(value)) return value;
  } catch (error) {
    throw new NewsScrapeError('archive_corrupt', { file, line, detail: systemDetail(error) }, { cause: error });
  }
  throw new NewsScrapeError('archive_corrupt', { file, line, detail: text.slice(0, 40) });
}

function isMark(value: unknown): value is FeedMark {
  if (typeof value !== 'object' || value === null) return false;
  const { feed, start, complete, validators, readWith = '' }: { [Name in keyof FeedMark]?: unknown } = value;
  const isInstant = (date: unknown): boolean => typeof date === 'string' && !Number.isNaN(Date.parse(date));
  return typeof feed === 'string' && isInstant(start) && (complete === undefined || isInstant(complete)) && (validators === undefined || areValidators(validators)) && typeof readWith === 'string';
}

function areValidators(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { url, variant, etag = '', lastModified = '' }: { [Name in keyof Validators]?: unknown } = value;
  return [url, variant, etag, lastModified].every((text) => typeof text === 'string');
}
