import type { ConfigMistake } from '../error-params.js';

const types: Readonly<Record<string, string>> = { string: 'a text', array: 'a list', object: 'a map of keys and values', number: 'a number', boolean: 'true or false' };

/** What is wrong with a configuration file, in English. */
export const enConfig = {
  tooLarge: (bytes: number, limit: number): string => `${bytes} bytes, more than the ${limit} that any configuration needs`,
  notUtf8: 'not UTF-8',
  notYaml: (detail: string): string => `not YAML that can be read: ${detail}`,
  keyTwice: (key: string): string => `the key ${JSON.stringify(key)} stands here for the second time`,
  keyNoText: 'a key has to be a text',
  unknownKey: (key: string, nearest: string | undefined, known: readonly string[]): string =>
    `unknown key ${JSON.stringify(key)}; ${nearest === undefined ? `known are ${known.join(', ')}` : `did you mean ${JSON.stringify(nearest)}?`}`,
  missingKey: (key: string): string => `the key ${JSON.stringify(key)} is missing`,
  wrongType: (path: string, expected: string): string => `${path || 'the file'} has to be ${types[expected] ?? expected}`,
  oneOf: (path: string, expected: readonly string[]): string =>
    `${path || 'the file'} has to be ${[...new Set(expected)].map((type) => (type === 'array' ? 'a list of texts' : (types[type] ?? type))).join(' or ')}`,
  emptyList: (path: string): string => `${path} has to name at least one`,
  wrong: (path: string): string => `${path} is not what is expected there`,
  emptyText: 'an empty text',
  badSelector: (selector: string, detail: string): string => `${JSON.stringify(selector)} is no CSS selector: ${detail}`,
  noHost: 'a host is a name such as example.com, without scheme, port and path; it counts for all names below it',
  noId: 'an id is made of up to 60 letters, digits, dots, dashes and underscores',
  noCondition: 'the rule has neither "host" nor "when": it needs one of them to know its pages',
  noName: 'a name is made of up to 60 letters, digits, dots, dashes and underscores, and begins with a letter or a digit',
  noFeed: 'a feed is an id of the catalogue, a URL or a file',
  feedOrUrl: 'a feed has either "feed" or "url"',
  groupOrGroups: 'a feed has either "group" or "groups"',
  feedTwice: (feed: string, line: number): string => `${JSON.stringify(feed)} stands here for the second time, after line ${line}`,
  unknownGroup: (group: string, meant: string): string => `no group ${JSON.stringify(group)} under "groups"; did you mean ${JSON.stringify(meant)}?`,
  badOption: (key: string, value: string, expected: string): string => `${key} ${value}: expected ${expected}`,
  runOnly: (key: string): string => `${JSON.stringify(key)} counts for a whole run; it may stand under "defaults" only`,
  commandLineOnly: (key: string): string => `${JSON.stringify(key)} is for the command line; it has no place in a configuration`,
  notByVariable: (name: string): string => `nothing: --${name} is for a single run, and only the command line takes it`,
  renamed: (earlier: string, now: string, version: number): string =>
    `the key ${JSON.stringify(earlier)} is called ${JSON.stringify(now)} since version ${version} of this file; rename it`,
  noVersion: (known: number): string => `the version of this file is a whole number from 1 to ${known}`,
  newerVersion: (known: number): string => `this program knows the versions up to ${known} of this file; update news-scrape`,
  unknownVariable: (variable: string, meant: string | undefined): string => `the variable ${variable} means nothing${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  expectedSwitch: 'true or false',
  commandDescription: 'check the configuration, or show which options count',
  checkDescription: 'say all that is wrong with the configuration, and nothing is fetched',
  showDescription: 'print the options that count for each feed, and where each value comes from; secrets are masked',
  showJson: 'print one JSON object',
  ofTheRun: 'the run',
  builtIn: 'built in',
  groupOrigin: (group: string): string => `group ${group}`,
  addDescription: 'look at a feed, or at the one that a web page names, and note it in the configuration',
  addArgument: 'URL of a feed or of a web page, id of the catalogue, or file',
  groupOption: 'a group of the feed, may be repeated',
  removeDescription: 'take a feed out of the configuration; its posts stay',
  removeArgument: 'name, id, URL or file of the feed, as the configuration has it',
  dryRun: 'say what would be written, and write nothing',
  notToBeAdded: (feed: string): string => `${feed}: a configuration names feeds that are there for every run: an id of the catalogue, a URL or a file.`,
  knownFeed: (feed: string, file: string, line: number): string => `${feed}: stands in ${file} already, in line ${line}.`,
  otherFeed: (feed: string): string => `The page names another feed, too: ${feed}`,
  foundFeed: (feed: string, title: string | undefined, items: number): string => `${feed}: ${title ?? 'a feed without a title'}, ${items} item${items === 1 ? '' : 's'}`,
  newestItem: (title: string, date: Date | undefined): string => `newest: ${title}${date ? ` (${date.toISOString().slice(0, 16).replace('T', ' ')} UTC)` : ''}`,
  removed: (feed: string): string => `${feed}: removed`,
  saved: (file: string, feeds: number, isDry: boolean): string => `${file}: ${isDry ? 'not written, would have' : 'written, has'} ${feeds} feed${feeds === 1 ? '' : 's'}`,
  noSuchFeed: (feed: string, file: string, meant: string | undefined): string => `${feed}: no feed of ${file}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  notEditable: (file: string): string => `${file}: the program cannot change this file without changing what else it says. Change it by hand.`,
  changedMeanwhile: (file: string): string => `${file}: another program has changed the file meanwhile. Nothing was written; run the command again.`,
  none: 'There is no news-scrape.yaml here or above. Write one, or name it with --config.',
  isRight: (file: string, feeds: number, rules: number): string => `${file}: ok, feeds: ${feeds}, site rules: ${rules}`,
  groups: (groups: readonly { name: string; feeds: number; hasOptions: boolean }[]): string => `groups: ${groups.map(({ name, feeds, hasOptions }) => `${name} (feeds: ${feeds}${hasOptions ? '' : ', without options'})`).join(', ')}`,
  about: {
    file: 'Feeds and options of news-scrape',
    version: (known: number): string => `version of the form of this file; now ${known}`,
    defaults: 'options for all feeds, and for the run',
    groupOptions: 'options for the feeds of a group, by its name',
    feeds: 'the feeds: an id of the catalogue, a URL or a file, alone or with options',
    siteRules: "how the pages of a site are read, tried before the program's own rules",
    feed: 'id of the catalogue, URL or file of the feed',
    url: 'the same as "feed"',
    name: 'a name for the feed on the command line',
    group: 'the group of the feed',
    groups: 'groups of the feed; where they contradict each other the last one counts',
  },
  aboutRule: {
    id: 'name of the rule, shown by --explain',
    sample: 'address of a page that the rule was made for',
    host: 'the page comes from this host or one below it',
    when: 'selectors that must all find something in the page',
    body: 'selector of the element around the text',
    title: 'where the title stands: a selector, or selector@attribute',
    date: 'where the date stands',
    source: 'where the medium stands',
    author: 'where the author stands',
    editor: 'where the editor stands',
    keywords: 'where the keywords stand',
    remove: 'selectors of what stands in the body and is not the article',
    'next-page': 'selectors of the link to the page that continues the article',
  },
  idTaken: (id: string): string => `the id ${JSON.stringify(id)} is taken by another rule`,
};

const MOST_LINES = 20;

/** All mistakes, a line each, as editors and compilers write them: the file, the line and the column in front. */
export function enMistakes(file: string, mistakes: readonly ConfigMistake[]): string {
  const lines = mistakes.slice(0, MOST_LINES).map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`);
  const rest = mistakes.length > MOST_LINES ? [`... and ${mistakes.length - MOST_LINES} more`] : [];
  return [...lines, ...rest].join('\n');
}
