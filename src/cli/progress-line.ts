import { messages } from '../messages/messages.js';
import type { FeedProgress } from './progress.js';
import { cutToWidth, displayWidth } from './width.js';

const WIDEST_BAR = 24;
const NARROWEST_BAR = 8;
const SHORTEST_NAME = 12;
const GAP = '  ';

/** One line for a feed, with as much as fits into so many columns; the counts last longest. */
export function progressLine(progress: FeedProgress, columns: number): string {
  const { done, of, rate, current } = progress;
  const feed = shortName(progress.feed, Math.max(SHORTEST_NAME, Math.floor(columns / 3)));
  const counts = messages.telling.progressCounts(done, of);
  const left = rate === undefined ? [] : [messages.telling.progressLeft((of - done) / rate)];
  const speed = rate === undefined ? [] : [messages.telling.progressRate(rate)];
  const room = columns - displayWidth([feed, counts, ...speed, ...left, '[]'].join(GAP));
  if (room >= NARROWEST_BAR) {
    const parts = [feed, bar(done / of, Math.min(room, WIDEST_BAR)), counts, ...speed, ...left, current];
    return cutToWidth(parts.join(GAP), columns).trimEnd();
  }
  const lines = [[feed, counts, ...speed, ...left], [feed, counts, ...left], [feed, counts]].map((parts) => parts.join(GAP));
  return lines.find((line) => displayWidth(line) <= columns) ?? cutToWidth(counts, columns);
}

function bar(share: number, width: number): string {
  const filled = Math.floor(Math.min(share, 1) * width);
  return `[${'='.repeat(filled)}${' '.repeat(width - filled)}]`;
}

function shortName(name: string, columns: number): string {
  return displayWidth(name) <= columns ? name : `${cutToWidth(name, columns - 3)}...`;
}
