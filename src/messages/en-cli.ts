/** Help of the command line, and what is wrong with a use of it, in English. */
export const enCli = {
  description: 'Turn Sina Finance (新浪财经) feeds, and any other news feed, into Markdown posts.',
  helpHint: '("news-scrape --help" shows what there is)',
  fetchDescription: 'fetch feeds and write every new article as a post',
  fetchArgument: 'id of the catalogue (sina/china), sina/<pageid>/<lid>, URL or file of a feed, - for standard input, or demo',
  articleDescription: 'turn one page into a finished document on standard output',
  articleArgument: 'URL or file of a page, or - for standard input',
  config: 'configuration file (default: the nearest news-scrape.yaml from here upwards)',
  savePage: 'keep every fetched page as it came in this folder, also those that fail',
  savesUrlsOnly: '--save-page keeps pages that are fetched. Give it with the URL of a page.',
  noPageRecord: 'not the record of a page that --save-page wrote; move it away to read the page without it',
  explain: 'say how the page was read: rule, places, what was left out and why',
  explainJson: 'the explanation as JSON',
  jsonNeedsExplain: '--json of article prints the explanation. Give --explain too.',
  feedsDescription: 'list the catalogue',
  feedsJson: 'as a JSON array',
  out: 'folder of the posts, or root of a blog (default: posts, or the blog here)',
  limit: 'the newest N articles of each feed (default: 30 in its first run, then all new ones)',
  since: 'nothing older: 30m, 12h, 2d, 1w, or a date such as 2026-11-20',
  body: 'markdown or html',
  profile: 'generator of the blog (default: as its configuration shows, else hexo)',
  stdout: 'print the documents and write no file; with --out, without those that are there',
  json: 'print one JSON object a line for every article',
  dryRun: 'do all but write',
  wait: 'wait while another run holds the folder, at most so many seconds if given',
  timeout: 'seconds for a whole article or feed, all attempts included',
  retries: 'further attempts after a failure that may pass',
  concurrency: 'requests to one host at once',
  delay: 'milliseconds between two requests to one host',
  quiet: 'say nothing when all went well',
  verbose: 'log every request and every article',
  examples: `
Examples:
  news-scrape fetch demo --out posts          try it without a network
  news-scrape fetch sina/china                today's news into ./posts
  news-scrape fetch sina/china | xargs git add
  news-scrape article https://finance.sina.com.cn/... > post.md`,
  exitCodesTitle: 'Exit codes:',
  expectedLimit: 'a whole number from 1',
  expectedTimeout: (max: number): string => `seconds, more than 0 and at most ${max}`,
  expectedWait: 'a whole number of seconds, or nothing (put --wait after the feeds then)',
  expectedWhole: (min: number, max: number): string => `a whole number from ${min} to ${max}`,
  expectedSince: '30m, 12h, 2d, 1w, or a date such as 2026-11-20 or 2026-11-20T08:00+08:00',
  expectedBody: 'markdown or html',
  siteFound: (name: string, sign: string, profile: string): string =>
    `${name} site recognised by ${sign}: posts in the profile ${profile}. --profile chooses another one.`,
  htmlDropped: (name: string): string =>
    `--body html: this ${name} site drops HTML from its posts. Set markup.goldmark.renderer.unsafe to true in its configuration, or use Markdown.`,
  htmlMayBeDropped: (name: string): string =>
    `warning: ${name} drops HTML from posts unless markup.goldmark.renderer.unsafe is true in the site's configuration.`,
  expectedProfile: (ids: readonly string[]): string => `one of ${ids.join(', ')}`,
  expectedOut: 'a folder',
  stdoutAndJson: '--stdout and --json both print to standard output. Give one of them.',
  quietAndVerbose: '--quiet and --verbose contradict each other. Give one of them.',
  demoAlone: 'demo plays its own site and cannot be fetched together with other feeds. Fetch it alone.',
  waiting: (dir: string, owner: string): string => `${dir}: waiting for another run to end (${owner})`,
};
