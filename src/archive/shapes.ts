/** A rule for a JSON value, said twice: for the value, and for its text. */
export interface Shape {
  test: (value: unknown) => boolean;
  /**
   * Source of a regular expression for the value as JSON.stringify writes it, its UTF-8 bytes read as Latin-1. It matches
   * nothing that `test` refuses; rare forms that it misses cost a parser's time, not the value.
   */
  json: string;
}

const CHARACTER = String.raw`[^"\\\x00-\x1f]`;
const ESCAPE = String.raw`\\(?:["\\/bfnrt]|u[0-9a-f]{4})`;

const stringOf = (isGood: (text: string) => boolean, json: string): Shape => ({
  test: (value) => typeof value === 'string' && isGood(value),
  json: `"${json}"`,
});

/** Any string. */
export const text = stringOf(() => true, `${CHARACTER}*(?:${ESCAPE}${CHARACTER}*)*`);

const PICTURE = String.raw`[\w-]{1,64}/[0-9a-f]{16}\.[a-z]{3,4}`;

/** A string that is not empty. */
export const name = stringOf((value) => value !== '', `${CHARACTER}+`);

/** An ISO 8601 instant in UTC. */
export const instant = stringOf(
  (value) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)),
  String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z`,
);

/** The first half of a SHA-256 in hexadecimal digits. */
export const digest = stringOf((value) => /^[0-9a-f]{16}$/.test(value), '[0-9a-f]{16}');

const PART = String.raw`(?!\.{1,2}[/"])[^"\\/\x00-\x1f]+`;

/** A path below a folder. A merged archive is foreign input: no path in it may lead out, on Windows neither. */
export const pathInside = stringOf(
  (value) => !/^[a-z]:|[\\\0]/i.test(value) && value.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
  `(?![A-Za-z]:)${PART}(?:/${PART})*`,
);

/** A picture below the folder of all: that of its article, and a name made of its bytes. */
export const picturePath = stringOf((value) => new RegExp(`^${PICTURE}$`).test(value), PICTURE);

/** One of these words. */
export const oneOf = (words: readonly string[]): Shape => stringOf((value) => words.includes(value), `(?:${words.join('|')})`);

/** A whole number from 1. */
export const count: Shape = { test: (value) => Number.isSafeInteger(value) && Number(value) > 0, json: String.raw`[1-9]\d{0,8}` };

/** A list of such values, possibly empty. */
export const listOf = (member: Shape): Shape => ({
  test: (value) => Array.isArray(value) && value.every(member.test),
  json: String.raw`\[(?:${member.json}(?:,${member.json})*)?\]`,
});

/** An object in which nothing stands but these members, each of which may be missing. */
export function objectOf(members: Readonly<Record<string, Shape>>): Shape {
  const pair = `(?:${Object.entries(members).map(([key, { json }]) => `"${key}":${json}`).join('|')})`;
  return {
    test: (value) => isObject(value) && Object.entries(value).every(([key, member]) => members[key]?.test(member) === true),
    json: String.raw`\{(?:${pair}(?:,${pair})*)?\}`,
  };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
