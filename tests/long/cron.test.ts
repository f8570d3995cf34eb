import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/cli.js';
import { Reader, Site, type SiteArticle } from '../support/news-site.js';

const FEEDS = ['sina/china', 'sina/macro'];
const RUNS = 14 * 4;
const SIX_HOURS = 6 * 3600;
/** How long an article is tried that is not as it should be. */
const TWO_DAYS = 48 * 3600 * 1000;
const START = 1_795_000_000;
/** Items on a page of the roll API. */
const PAGE = 50;
/** Runs in which nothing answers, in which a redesign hides all text for a day, and for longer than an article is tried. */
const isOutage = (run: number): boolean => [9, 10, 23, 40].includes(run);
const isRedesign = (run: number): boolean => (run >= 14 && run < 18) || (run >= 30 && run < 40);
const EMPTY_PAGE = ({ title }: SiteArticle): string => `<html><body><h1 class="main-title">${title}</h1><div class="new-layout"></div></body></html>`;

/** What ought to be known of an article, told from the site's side. */
interface Expected {
  /** Its post as this program left it; undefined as long as there is none. */
  post?: { title: string; text: string; mtime: number };
  file?: string;
  attempts: number;
  /** When it failed first, in milliseconds. */
  since?: number;
  isGivenUp?: boolean;
  /** Its title when it failed last: a refresh reads no feed, and learns no other one. */
  title?: string;
  /** The whole file as a person left it; null for one that a person deleted. */
  hand?: string | null;
}

class World {
  readonly expected = new Map<string, Expected>();
  readonly dir = emptyFolder();
  readonly reader: Reader;
  private next = 0;
  private readonly newest = new Map<string, number>();

  constructor(
    private readonly site: Site,
    /** From 0 up to 1. */
    private readonly random: () => number,
  ) {
    this.reader = new Reader(site, this.dir);
  }

  /** What happens at the site and in the folder in the six hours before a run. */
  pass(run: number): void {
    const now = START + run * SIX_HOURS;
    this.reader.now = new Date(now * 1000);
    this.site.isDown = isOutage(run);
    for (let count = run === 0 ? 5 : this.upTo(12); count > 0; count -= 1) this.publish(now - this.upTo(SIX_HOURS));
    for (const article of this.site.articles.values()) {
      article.html = isRedesign(run) ? EMPTY_PAGE : undefined;
      if (this.random() < 0.05 && article.status === undefined) this.change(article, now);
      if (this.random() < 0.01) Object.assign(article, { status: 404, feeds: [] });
    }
    this.meddle();
  }

  /** What a run has to make of it. */
  foresee(run: number): void {
    if (isOutage(run)) return;
    const recent = new Set(FEEDS.flatMap((feed) => this.read(feed)));
    for (const article of this.site.articles.values()) {
      const known = this.expectedOf(article);
      // One that has failed is asked for although no feed lists it any more.
      const isAsked = article.feeds.length > 0 || known.attempts > 0;
      if (known.post || !isAsked || known.isGivenUp) continue;
      if (article.status === undefined && !article.html) known.post = { ...article };
      else this.fail(known, article);
    }
    for (const article of recent) {
      const { post, hand } = this.expectedOf(article);
      if (post && hand === undefined && !article.html && article.mtime > post.mtime) Object.assign(post, { title: article.title, text: article.text, mtime: article.mtime });
    }
  }

  private fail(known: Expected, { feeds, title }: SiteArticle): void {
    const now = this.reader.now.getTime();
    known.attempts += 1;
    known.since ??= now;
    known.isGivenUp = known.attempts >= 5 && now - known.since >= TWO_DAYS;
    if (feeds.length > 0) known.title = title;
  }

  /** After a refresh everything is as its page is, and what was given up has come. */
  foreseeRefresh(): void {
    for (const article of this.site.articles.values()) {
      const known = this.expectedOf(article);
      if (article.status !== undefined || known.hand !== undefined) continue;
      if (known.post) Object.assign(known.post, { text: article.text, title: article.title });
      else known.post = { ...article, title: known.title ?? article.title };
    }
  }

  compare(when: string): void {
    const files = readdirSync(this.dir).filter((name) => name.endsWith('.md'));
    const present = [...this.expected].filter(([, { post, hand }]) => post !== undefined && hand !== null);
    expect(files.length, when).toBe(present.length);
    for (const [id, { post, file = '', hand }] of present) {
      expect(files, `${when}: ${id}`).toContain(file);
      const text = readFileSync(join(this.dir, file), 'utf8');
      if (typeof hand === 'string') expect(text, `${when}: ${id}`).toBe(hand);
      else expect(text, `${when}: ${id}`).toMatch(new RegExp(`^---\ntitle: '${post?.title ?? ''}'\n.*\n\n${post?.text ?? ''}\n$`, 's'));
    }
  }

  /** Takes over under which name a post was written, and that none is written twice. */
  noteFiles(outcomes: Awaited<ReturnType<Reader['fetch']>>): void {
    for (const { id, status, file } of outcomes) {
      const known = this.expected.get(id.replace('comos:', ''));
      if (status === 'updated') expect(file).toBe(known?.file);
      if (status !== 'written' || !known) continue;
      expect(known.file, id).toBeUndefined();
      if (file !== undefined) known.file = file;
    }
  }

  private publish(ctime: number): void {
    const id = `n${this.next}`;
    this.next += 1;
    const feeds = this.random() < 0.3 ? FEEDS : [FEEDS[this.upTo(2)] ?? ''];
    // Titles repeat.
    this.site.add({ id, ctime, title: `港口新闻第${this.upTo(40)}号`, text: this.textOf(id), feeds: [...feeds] });
  }

  private change(article: SiteArticle, now: number): void {
    Object.assign(article, { text: this.textOf(article.id), mtime: now - 60 });
    if (this.random() < 0.3) article.title = `${article.title}更正`;
  }

  /** A person edits or deletes a post now and then. */
  private meddle(): void {
    for (const known of this.expected.values()) {
      if (!known.post || known.file === undefined || known.hand !== undefined || this.random() > 0.02) continue;
      const path = join(this.dir, known.file);
      known.hand = this.random() < 0.5 ? null : `${readFileSync(path, 'utf8')}\n编者注\n`;
      if (known.hand === null) rmSync(path);
      else writeFileSync(path, known.hand);
    }
  }

  /** What a run sees of a feed: page by page, up to the first one with nothing newer than the last run has seen. */
  private read(feed: string): SiteArticle[] {
    const listed = this.listed(feed);
    const seen = this.newest.get(feed) ?? 0;
    this.newest.set(feed, listed[0]?.ctime ?? seen);
    const firstOld = Array.from({ length: Math.ceil(listed.length / PAGE) }, (_, page) => page).find((page) => (listed[page * PAGE]?.ctime ?? 0) <= seen);
    return firstOld === undefined ? listed : listed.slice(0, (firstOld + 1) * PAGE);
  }

  private listed(feed: string): SiteArticle[] {
    return [...this.site.articles.values()].filter(({ feeds }) => feeds.includes(feed)).sort((a, b) => b.ctime - a.ctime);
  }

  private expectedOf({ id }: SiteArticle): Expected {
    const known = this.expected.get(id) ?? { attempts: 0 };
    this.expected.set(id, known);
    return known;
  }

  private textOf(id: string): string {
    return `${id}号泊位第${this.upTo(1e6)}次启用。`.repeat(12);
  }

  private upTo(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}

/** The generator of Park and Miller: all that happens follows from one number. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('two weeks of cron against a changing site', () => {
  it('leave in the folder what ought to be there, after every run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2_147_483_646 }), async (seed) => {
        const site = await Site.start();
        const world = new World(site, randomFrom(seed));
        try {
          for (let run = 0; run < RUNS; run += 1) {
            world.pass(run);
            world.foresee(run);
            world.noteFiles(await world.reader.fetch(FEEDS, { update: true }));
            world.compare(`run ${run}`);
          }
          site.isDown = false;
          for (const article of site.articles.values()) article.html = undefined;
          world.foreseeRefresh();
          world.noteFiles(await world.reader.refresh());
          world.compare('refresh');
          expect(readdirSync(join(world.dir, '.news-scrape')).sort()).toEqual(['.gitattributes', '.gitignore', 'archive.jsonl', 'feeds.jsonl']);
        } finally {
          await site.close();
          rmSync(world.dir, { recursive: true, force: true });
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});
