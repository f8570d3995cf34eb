const CHECK_PROXY = 'Check HTTP_PROXY, HTTPS_PROXY, NO_PROXY or --proxy.';

/** What `doctor` says, in English. */
export const enDoctor = {
  description: 'check everything that a run needs: folder, archive, lock, hosts, feeds, and whether a current article can be read',
  argument: 'feeds to look at, named as for fetch, or @group; without any all of the configuration',
  json: 'print one JSON object a line for every check, and a summary',
  line: (status: string, check: string, subject: string, message: string): string => `${status.padEnd(4)}  ${check.padEnd(7)}  ${subject}: ${message}`,
  summary: ({ ok, warn, fail }: Readonly<Record<'ok' | 'warn' | 'fail', number>>): string => `${ok} ok, ${warn} to look at, ${fail} failed`,
  versions: (program: string, node: string): string => `version ${program} on Node.js ${node}`,
  oldNode: (program: string, node: string, oldest: string): string => `version ${program} needs Node.js ${oldest} or newer, this is ${node}. Update Node.js.`,
  writable: 'can be written to',
  willBeMade: 'is not there yet and can be made',
  unwritable: (detail: string): string => `cannot be written to (${detail}). Check the path, its permissions and the free space.`,
  archive: (articles: number): string => (articles === 0 ? 'no article is known yet' : `${articles} article${articles === 1 ? ' is' : 's are'} known`),
  lockFree: 'no run holds the folder',
  lockLeft: (owner: string): string => `left by ${owner}, which has ended; the next run takes it over`,
  lockHeld: (owner: string): string => `held by ${owner}. Wait for that run, or see what it is doing.`,
  lockUnreadable: (detail: string): string => `cannot be read (${detail}). Check the permissions of the folder.`,
  answers: 'answers',
  stage: {
    dns: (cause: string): string => `its name cannot be looked up (${cause}). Check the address, and the name server of this machine.`,
    tcp: (cause: string): string => `no connection to it (${cause}). Check the network and the port; the host may be down.`,
    tls: (cause: string): string => `no secure connection to it (${cause}). Check the address and the clock of this machine.`,
    http: (cause: string): string => `connected, but without a whole answer (${cause}). Try again later.`,
    proxy: (cause: string): string => `the proxy does not let through to it (${cause}). ${CHECK_PROXY}`,
  },
  feed: (items: number, newest: string | undefined): string => `${items} item${items === 1 ? '' : 's'}${newest === undefined ? ', without dates' : `, the newest of ${newest.slice(0, 16).replace('T', ' ')} UTC`}`,
  stale: (newest: Date, alternative: string | undefined): string =>
    `its newest item is of ${newest.toISOString().slice(0, 10)}; it has probably stopped. ${alternative === undefined ? '"news-scrape feeds" lists live ones.' : `Use the live feed ${alternative} instead.`}`,
  article: (rule: string, characters: number): string => `title, date and ${characters} characters of text, read by ${rule === 'generic' ? 'the generic extractor' : `the rule ${rule}`}`,
  missing: (rule: string, fields: readonly string[]): string => `the page shows no ${fields.join(' and no ')} (read by ${rule}); the feed's is taken. "news-scrape article --explain" shows what was found.`,
  ruleFails: (rule: string, fails: readonly string[]): string => `the rule ${rule} does not fit the page any more (missing: ${fails.join(', ')}), so that the generic extractor read it. Mend the rule; "news-scrape article --explain" shows the page.`,
};
