import { isMarked, type FeedHealth, type FeedLine } from './feed-line.js';

/**
 * One line of the two that git keeps of a feed which two machines have read, the same whichever comes first. Between
 * them they may not have seen all up to the later mark, so the earlier one counts, and the next run asks for the feed
 * itself.
 */
export function uniteLines(one: FeedLine, other: FeedLine): FeedLine {
  const { feed } = one;
  const marks = [one, other].filter(isMarked);
  const undated = marks.find((line) => line.undated)?.undated;
  const start = undated ? undefined : earliest(marks.map((line) => line.start));
  const complete = marks.every((line) => line.complete !== undefined) ? earliest(marks.map((line) => line.complete)) : undefined;
  const health = uniteHealth([one.health, other.health].filter((each) => each !== undefined));
  const stillAfter = earliest(marks.map((line) => line.stillAfter));
  const rest = [one.rest, other.rest].filter((each) => each !== undefined).sort().at(-1);
  return { feed, start, undated, complete, stillAfter, ...sameAnswer(marks), ...(health && { health }), ...(rest !== undefined && { rest }) };
}

/** What is known of the last answer, where all know the same. */
function sameAnswer(lines: readonly FeedLine[]): Pick<FeedLine, 'validators' | 'readWith'> {
  const known = lines.map(({ validators, readWith }) => ({ ...(validators && { validators }), ...(readWith !== undefined && { readWith }) }));
  const [first = {}] = known;
  return known.every((each) => JSON.stringify(each) === JSON.stringify(first)) ? first : {};
}

const earliest = (dates: readonly (string | undefined)[]): string | undefined => dates.filter((date) => date !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b))[0];

/** Where one machine could read the feed, it works. */
const uniteHealth = (each: readonly FeedHealth[]): FeedHealth | undefined =>
  each.toSorted((a, b) => a.failures - b.failures || JSON.stringify(a).localeCompare(JSON.stringify(b)))[0];
