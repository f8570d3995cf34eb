import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openOutputFolder } from '../src/archive/output-folder.js';
import { openPreviewStore } from '../src/archive/preview-store.js';
import type { ArticleStore } from '../src/archive/store.js';
import { noteFeedFailure, noteFeedSuccess, type FeedFailure, type Outage } from '../src/feed-health.js';
import type { FeedSource } from '../src/feeds/types.js';
import { fileNameKey, uniqueFileName } from '../src/post/file-name.js';
import { makeTempDir } from './archive/support.js';

const NAMING = { unique: uniqueFileName, key: fileNameKey };
const SOURCE: FeedSource = { id: 'ports', kind: 'http', location: 'http://ports.example/feed', defaults: {} };
const HEADER = '{"news-scrape":"feeds","version":1}';
const START = Date.parse('2026-11-20T00:00:00Z');
const HOUR = 3_600_000;

let dir: string;
let hour: number;
beforeEach(async () => {
  dir = await makeTempDir();
  hour = 0;
});

/** One run on the folder, an hour after the last one. */
async function run<Result>(work: (store: ArticleStore) => Promise<Result>, open = openOutputFolder): Promise<Result> {
  hour += 1;
  const store = await open(dir, NAMING);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
const now = (): Date => new Date(START + hour * HOUR);
const works = (source = SOURCE): Promise<Outage | undefined> => run((store) => noteFeedSuccess(source, store));
const fails = (tolerate?: number, source = SOURCE): Promise<FeedFailure> => run((store) => noteFeedFailure(source, store, tolerate, now()));
const stateText = (): Promise<string> => readFile(join(dir, '.news-scrape/feeds.jsonl'), 'utf8');

describe('a feed that worked', () => {
  beforeEach(async () => {
    expect(await works()).toBeUndefined();
  });

  it('is tolerated until it failed so often in a row, and its recovery is told once', async () => {
    expect([await fails(3), await fails(3), await fails(3), await fails(3)]).toEqual([
      { failures: 1, tolerated: true },
      { failures: 2, tolerated: true },
      { failures: 3, tolerated: false },
      { failures: 4, tolerated: false },
    ]);
    expect(await works()).toEqual({ failures: 4, since: '2026-11-20T02:00:00.000Z' });
    expect(await works()).toBeUndefined();
  });

  it('recovers silently from what was not reported, and is counted from the beginning then', async () => {
    await fails(3);
    await fails(3);
    expect(await works()).toBeUndefined();
    expect(await fails(3)).toEqual({ failures: 1, tolerated: true });
  });

  it('recovers with a word from what a run reported that tolerates nothing', async () => {
    expect(await fails(undefined)).toEqual({ failures: 1, tolerated: false });
    expect(await fails(3)).toEqual({ failures: 2, tolerated: true });
    expect(await works()).toMatchObject({ failures: 2 });
  });

  it('writes nothing while it works', async () => {
    const before = await stateText();
    await works();
    expect(await stateText()).toBe(before);
  });

  it('is not counted in dry runs', async () => {
    const before = await stateText();
    for (let count = 0; count < 3; count += 1) {
      expect(await run((store) => noteFeedFailure(SOURCE, store, 3, now()), openPreviewStore)).toEqual({ failures: 1, tolerated: true });
    }
    expect(await stateText()).toBe(before);
  });
});

describe('a feed that was never seen to work', () => {
  it('is not tolerated, and nothing is written for it', async () => {
    expect([await fails(3), await fails(3)]).toEqual([{ failures: 1, tolerated: false }, { failures: 1, tolerated: false }]);
    await expect(stateText()).rejects.toThrow('ENOENT');
  });

  it('is one that another feed has nothing to do with', async () => {
    await works();
    expect(await fails(3, { ...SOURCE, id: 'airports' })).toEqual({ failures: 1, tolerated: false });
  });
});

describe('the marks of a feed', () => {
  const mark = { feed: 'ports', start: '2026-11-01T00:00:00.000Z', complete: '2026-11-02T00:00:00.000Z' };

  it('stay as they are while it fails and recovers', async () => {
    await run((store) => store.setMark(mark));
    await fails(3);
    expect(await run((store) => Promise.resolve(store.markOf('ports')))).toMatchObject(mark);
    await works();
    expect(await run((store) => Promise.resolve(store.markOf('ports')))).toMatchObject(mark);
  });

  it('leave the count as it is', async () => {
    await works();
    await fails(3);
    await run((store) => store.setMark(mark));
    expect(await fails(3)).toMatchObject({ failures: 2 });
  });

  it('are not made by a feed that only works', async () => {
    await works();
    expect(await run((store) => Promise.resolve(store.markOf('ports')))).toBeUndefined();
  });

  it('of a version that did not count show that it has worked', async () => {
    await run((store) => store.setMark(mark));
    expect(await stateText()).toBe(`${HEADER}\n${JSON.stringify(mark)}\n`);
    expect(await fails(3)).toEqual({ failures: 1, tolerated: true });
  });
});

describe('the file of the marks', () => {
  const mark = { feed: 'ports', start: '2026-11-01T00:00:00.000Z' };
  const put = (text: string): Promise<void> => writeFile(join(dir, '.news-scrape/feeds.jsonl'), text);

  it.each([
    ['without a header, as it was at first', `${JSON.stringify(mark)}\n`],
    ['that git has joined of two', `${HEADER}\n{"feed":"x","undated":true}\n${HEADER}\n${JSON.stringify(mark)}\n`],
  ])('is read %s', async (_, text) => {
    await works();
    await put(text);
    expect(await run((store) => Promise.resolve(store.markOf('ports')))).toEqual(mark);
  });

  it.each([
    [{ complete: '2026-11-09T00:00:00.000Z' }, { complete: '2026-11-05T00:00:00Z' }, { complete: '2026-11-05T00:00:00Z' }],
    [{ complete: '2026-11-09T00:00:00.000Z' }, {}, {}],
    [{ start: '2026-10-01T00:00:00.000Z' }, {}, { start: '2026-10-01T00:00:00.000Z' }],
    [{ start: undefined, undated: true }, { complete: '2026-11-05T00:00:00.000Z' }, { start: undefined, undated: true }],
    [{ validators: { url: 'x', variant: 'y' } }, { validators: { url: 'x', variant: 'z' } }, {}],
    [{ validators: { url: 'x', variant: 'y' } }, { validators: { url: 'x', variant: 'y' } }, { validators: { url: 'x', variant: 'y' } }],
  ])('with two lines of one feed, as git joins them, goes by what both machines have seen: %j and %j', async (one, other, expected) => {
    await works();
    for (const both of [[one, other], [other, one]]) {
      await put(`${HEADER}\n${both.map((fields) => `${JSON.stringify({ ...mark, ...fields })}\n`).join('')}`);
      expect(await run((store) => Promise.resolve(store.markOf('ports')))).toEqual(JSON.parse(JSON.stringify({ ...mark, ...expected })));
    }
  });

  it('with two lines of one feed takes it for one that works where it works for one machine', async () => {
    await works();
    await put(`${HEADER}\n{"feed":"ports","health":{"failures":0}}\n{"feed":"ports","health":{"failures":4,"since":"2026-11-01T00:00:00.000Z"}}\n`);
    expect(await fails(3)).toEqual({ failures: 1, tolerated: true });
  });

  it.each([
    ['of a newer format', `${HEADER.replace(':1}', ':9}')}\n{"feed":"ports","new":1}\n`, { code: 'archive_newer', params: { version: 9 } }],
    ['of version 0', `${HEADER.replace(':1}', ':0}')}\n`, { code: 'archive_corrupt' }],
    ['of another kind', '{"news-scrape":"archive","version":1}\n', { code: 'archive_corrupt' }],
    ['with a mark that says nothing', `${HEADER}\n{"feed":"ports"}\n`, { code: 'archive_corrupt' }],
  ])('%s is refused and stays as it is', async (_, text, error) => {
    await works();
    await put(text);
    await expect(works()).rejects.toMatchObject(error);
    expect(await stateText()).toBe(text);
  });
});

describe('standard input', () => {
  it('is another feed every time, and neither counted nor tolerated', async () => {
    const source: FeedSource = { ...SOURCE, id: '-', kind: 'stdin' };
    await works(source);
    expect(await fails(3, source)).toEqual({ failures: 1, tolerated: false });
  });
});
