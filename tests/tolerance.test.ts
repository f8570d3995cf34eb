import { describe, expect, it } from 'vitest';
import type { Reason } from '../src/outcome.js';
import { isTolerated } from '../src/tolerance.js';

/** Fails for these reasons, run after run, of which the fifth is the last; the runs that report it. */
function toldIn(reasons: Reason[], tolerate: number | undefined): number[] {
  const told = reasons.map((reason, index) => !isTolerated({ reason, failures: index + 1, isLast: index === 4, before: reasons[index - 1] }, tolerate));
  return told.flatMap((isTold, index) => (isTold ? index + 1 : []));
}
const always = (reason: Reason): Reason[] => Array.from({ length: 5 }, () => reason);

describe('an article that fails in run after run', () => {
  it.each<[string, Reason[], number | undefined, number[]]>([
    ['for a reason that may pass', always('timeout'), 3, [3, 5]],
    ['because it is not there yet', always('not_found'), 3, [3, 5]],
    ['and is given up before that run', always('network'), 9, [5]],
    ['with the last run as the limit', always('network'), 5, [5]],
    ['with nothing tolerated', always('network'), 1, [1, 5]],
    ['with less than nothing tolerated', always('network'), 0, [1, 5]],
    ['for a reason that stays', always('empty_body'), 3, [1, 5]],
    ['for one reason that stays after the other', ['empty_body', 'error_page', 'no_title'], 3, [1]],
    ['for a reason that may pass, then for one that stays', ['timeout', 'timeout', 'empty_body', 'empty_body'], 4, [3]],
    ['in a run that is not quiet', always('timeout'), undefined, [1, 2, 3, 4, 5]],
  ])('%s: %j, tolerated %s, is reported in %j', (_name, reasons, tolerate, runs) => {
    expect(toldIn(reasons, tolerate)).toEqual(runs);
  });
});
