import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress-line.js';
import { cutToWidth, displayWidth } from '../../src/cli/width.js';

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['新浪财经', 8],
    ['ｆｕｌｌ', 8],
    ['𠀀', 2],
    ['e\u0301', 1],
    ['👨‍👩‍👧', 2],
    ['한글', 4],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('a cut text', () => {
  it('keeps whole characters only', () => {
    expect(cutToWidth('新浪财经', 5)).toBe('新浪');
    expect(cutToWidth('ae\u0301b', 2)).toBe('ae\u0301');
    expect(cutToWidth('abc', 0)).toBe('');
  });

  it('counts signs as wide that are wide in some terminals', () => {
    expect(cutToWidth('“——”', 4)).toBe('“—');
  });
});

const progress = fc.record({
  feed: fc.oneof(fc.constant('sina/china'), fc.webUrl(), fc.string({ unit: 'grapheme' })),
  done: fc.nat(2000),
  of: fc.integer({ min: 1, max: 2000 }),
  rate: fc.option(fc.double({ min: 0.001, max: 5000, noNaN: true }), { nil: undefined }),
  current: fc.oneof(fc.constant('央行公布一项措施，市场反应平静，分析人士说影响有限'), fc.string({ unit: 'grapheme' })),
});

describe('a line of progress', () => {
  const middle = { feed: 'sina/china', done: 15, of: 60, rate: 1.5, current: '央行公布一项措施，市场反应平静，分析人士说影响有限' };

  it.each([
    [100, 'sina/china  [======                  ]  15/60  1.5/s  30 s left  央行公布一项措施，市场反应平静，分'],
    [70, 'sina/china  [======                  ]  15/60  1.5/s  30 s left  央行'],
    [55, 'sina/china  [====            ]  15/60  1.5/s  30 s left'],
    [40, 'sina/china  15/60  1.5/s  30 s left'],
    [30, 'sina/china  15/60  30 s left'],
    [20, 'sina/china  15/60'],
    [10, '15/60'],
    [3, '15/'],
  ])('in %i columns', (columns, line) => {
    expect(progressLine(middle, columns)).toBe(line);
  });

  it('shortens the address of a feed', () => {
    expect(progressLine({ ...middle, feed: 'https://news.example/feeds/all.xml' }, 60)).toMatch(/^https:\/\/news\.exam\.\.\. {2}\[/);
  });

  it('never takes more columns than there are', () => {
    fc.assert(fc.property(progress, fc.integer({ min: 1, max: 200 }), (state, columns) => displayWidth(progressLine(state, columns)) <= columns));
  });

  it('never wraps in a real terminal', async () => {
    for (const columns of [8, 20, 33, 50, 79, 120]) {
      const terminal = new xterm.Terminal({ cols: columns, rows: 4, allowProposedApi: true });
      await new Promise<void>((resolve) => terminal.write(progressLine(middle, columns - 1), resolve));
      expect([columns, terminal.buffer.active.getLine(1)?.translateToString(true)]).toEqual([columns, '']);
    }
  });
});
