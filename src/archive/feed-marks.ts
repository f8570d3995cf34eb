import { readFile } from 'node:fs/promises';
import { NewsScrapeError, systemCode, systemDetail } from '../errors.js';
import { writeFileAtomic } from './atomic.js';
import { HEADER, isMarked, parseLine, type FeedHealth, type FeedLine, type FeedMark } from './feed-line.js';
import { statePaths } from './folder.js';
import { unwritable } from './unwritable.js';
import { uniteLines } from './unite-lines.js';

/** The marks of all feeds of an output folder, in `.news-scrape/feeds.jsonl`, one line a feed. */
export class FeedMarks {
  private constructor(
    private readonly dir: string,
    private readonly lines: Map<string, FeedLine>,
  ) {}

  /** @throws NewsScrapeError `archive_corrupt`, `archive_newer`, `archive_unreadable`; the file stays as it is */
  static async open(dir: string): Promise<FeedMarks> {
    const file = statePaths(dir).feeds;
    const texts = (await readText(file)).split('\n').map((text, index) => ({ text, line: index + 1 }));
    const lines = texts.filter(({ text }) => text !== '').flatMap(({ text, line }) => parseLine(text, file, line) ?? []);
    const united = new Map<string, FeedLine>();
    for (const line of lines) {
      const known = united.get(line.feed);
      united.set(line.feed, known ? uniteLines(known, line) : line);
    }
    return new FeedMarks(dir, united);
  }

  get(feed: string): FeedMark | undefined {
    const line = this.lines.get(feed);
    return line && isMarked(line) ? line : undefined;
  }

  /** A feed that was read to some mark has worked, also where an older version noted nothing else. */
  health(feed: string): FeedHealth | undefined {
    const line = this.lines.get(feed);
    return line?.health ?? (line && isMarked(line) ? { failures: 0 } : undefined);
  }

  /** @throws NewsScrapeError `output_unwritable`; the file is as it was then */
  async set(mark: FeedMark): Promise<void> {
    const { health, rest } = this.lines.get(mark.feed) ?? {};
    await this.write({ ...mark, ...(health && { health }), ...(rest !== undefined && { rest }) });
  }

  /** @throws NewsScrapeError `output_unwritable`; the file is as it was then */
  async setHealth(feed: string, health: FeedHealth): Promise<void> {
    await this.write({ ...this.lines.get(feed), feed, health });
  }

  rest(feed: string): string | undefined {
    return this.lines.get(feed)?.rest;
  }

  /** @throws NewsScrapeError `output_unwritable`; the file is as it was then */
  async setRest(feed: string, rest: string): Promise<void> {
    await this.write({ ...this.lines.get(feed), feed, rest });
  }

  private async write(line: FeedLine): Promise<void> {
    const { feeds, tmp } = statePaths(this.dir);
    const lines = new Map(this.lines).set(line.feed, line);
    try {
      await writeFileAtomic(feeds, [HEADER, ...[...lines.values()].map((value) => JSON.stringify(value)), ''].join('\n'), { tmpDir: tmp, replace: true });
    } catch (error) {
      throw unwritable(feeds, error);
    }
    this.lines.set(line.feed, line);
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
