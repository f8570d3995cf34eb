import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startProgress, type Progress } from '../../src/cli/progress.js';
import { createTerminal } from '../../src/cli/terminal.js';
import { newCost } from '../../src/http/cost.js';

const MINUTE = 60_000;
let stderr: PassThrough;
let progress: Progress;

beforeEach(async () => {
  vi.useFakeTimers();
  stderr = new PassThrough().setEncoding('utf8');
  progress = await startProgress(createTerminal(stderr, {}));
});
afterEach(() => {
  progress.stop();
  vi.useRealTimers();
});

const written = (): string => (stderr.read() as string | null) ?? '';
const begin = (feed: string, articles: number): void => progress.tell({ type: 'feed', feed, articles, firstRun: false });
const end = (feed: string): void => progress.tell({ type: 'feed-done', feed, status: 'read', cost: newCost() });
function article(feed: string): void {
  progress.tell({ type: 'article', outcome: { status: 'written', reason: 'new', id: 'x', url: '', title: '标题', feed }, isNew: true, cost: newCost() });
}

describe('progress where nothing can be drawn over', () => {
  it('is a plain line every half minute, with the time that is left', () => {
    begin('ports', 100);
    for (let count = 0; count < 30; count += 1) {
      vi.advanceTimersByTime(1000);
      article('ports');
    }
    expect(written()).toBe('ports: 29 of 100 articles, 75 s left\n');
    vi.advanceTimersByTime(MINUTE / 2);
    expect(written()).toMatch(/^ports: 30 of 100 articles, \d+ min left\n$/);
  });

  it('has eight lines at most, and says how many feeds more there are', () => {
    for (let index = 0; index < 20; index += 1) begin(`feed${index}`, 100);
    vi.advanceTimersByTime(MINUTE / 2);
    const lines = written().trimEnd().split('\n');
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('and 12 more feeds');
  });

  it('says nothing of a feed that is done sooner, and nothing after its end', () => {
    begin('ports', 2);
    article('ports');
    end('ports');
    vi.advanceTimersByTime(MINUTE);
    begin('airports', 2);
    progress.stop();
    vi.advanceTimersByTime(MINUTE);
    expect(written()).toBe('');
  });

  it('has no line for a feed that failed', () => {
    begin('ports', 2);
    begin('airports', 3);
    end('airports');
    vi.advanceTimersByTime(MINUTE / 2);
    expect(written()).toBe('ports: 0 of 2 articles\n');
  });

  it('holds no secret and moves no cursor', () => {
    begin('http://me:hunter2@ports.example/\u001b[2J', 2);
    vi.advanceTimersByTime(MINUTE / 2);
    expect(written()).toBe('http://***@ports.example/ [2J: 0 of 2 articles\n');
  });
});
