/** What `watch` says, in English. */
export const enWatch = {
  description: 'fetch the same feeds again and again until it is stopped',
  every: 'time between the starts of two rounds: 30s, 15m, 2h or 1d',
  expectedEvery: '30s, 15m, 2h or 1d, at most a year',
  stdin: 'watch reads its feeds again and again, and standard input can be read once. Name a URL or a file.',
  catchUp: 'watch --catch-up would never write anything. Run "news-scrape fetch --catch-up" once, then watch.',
  rests: (feed: string, until: Date): string => `not asked before ${until.toISOString().slice(0, 19).replace('T', ' ')} UTC, as its site wishes: ${feed}`,
  configKept: 'the configuration is broken now; this round goes by what it said before',
  configBack: 'the configuration can be read again',
};
