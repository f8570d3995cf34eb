/** What is said of what is left out of feeds, in English. */
export const enFilter = {
  maxAge: 'leave out articles that are older: 30m, 12h, 7d, 1w',
  expectedMaxAge: '30m, 12h, 7d or 1w',
  include: 'take only articles whose title has these words or matches this /expression/; may be repeated',
  exclude: 'leave out articles whose title has these words or matches this /expression/; may be repeated',
  expectedPattern: 'words, or a regular expression such as /rate (cut|rise)/ or /^etf/i',
  noFlag: (flag: string, flags: readonly string[]): string => `no flag ${flag}; there are ${flags.join(', ')}`,
  expectedExpression: (detail: string): string => `a regular expression of RE2, which has neither lookaround nor references back (${detail})`,
};
