import { describe, expect, it } from 'vitest';
import { fetchKeys } from '../../src/cli/options/keys.js';
import type { Config } from '../../src/config/config.js';
import { parseConfig } from '../../src/config/parse.js';
import { isNewsScrapeError } from '../../src/errors.js';

const keys = fetchKeys(() => new Date('2026-11-24T00:00:00Z'));
const parse = (text: string): Config => parseConfig({ file: 'c.yaml', text }, keys);
const plain = (settings: ReadonlyMap<string, { value: unknown }>): object => Object.fromEntries([...settings].map(([name, { value }]) => [name, value]));

/** The message that a text is refused with; empty if it is not. */
function complaint(text: string): string {
  try {
    parse(text);
    return '';
  } catch (error) {
    if (!isNewsScrapeError(error, 'config_invalid')) throw error;
    return error.message;
  }
}

describe('a configuration of feeds', () => {
  it('names feeds alone or with options, groups and defaults', () => {
    const config = parse(`defaults: {out: posts, quiet: true, wait: true}
groups:
  banks: {limit: 5, comments: true}
  empty:
feeds:
  - sina/china
  - feed: https://example.com/feed.xml
    name: example
    group: banks
    since: 2026-11-20
    header: ["Cookie: a=b", "Accept: text/html"]
    fast-path: false
    category: [金融, 2026]
  - {url: ./feed.xml, groups: [banks, other]}
`);
    expect(plain(config.defaults)).toEqual({ out: 'posts', quiet: true, wait: Infinity });
    expect([...config.groups].map(([name, settings]) => [name, plain(settings)])).toEqual([['banks', { limit: 5, comments: true }], ['empty', {}]]);
    expect(config.feeds.map(({ feed, name, groups, line }) => ({ feed, name, groups, line }))).toEqual([
      { feed: 'sina/china', name: undefined, groups: [], line: 6 },
      { feed: 'https://example.com/feed.xml', name: 'example', groups: ['banks'], line: 7 },
      { feed: './feed.xml', name: undefined, groups: ['banks', 'other'], line: 14 },
    ]);
    expect(plain(config.feeds[1]?.settings ?? new Map())).toEqual({
      since: new Date('2026-11-19T16:00:00Z'),
      header: [['cookie', 'a=b'], ['accept', 'text/html']],
      fastPath: false,
      category: ['金融', '2026'],
    });
    expect(config.feeds[1]?.settings.get('fastPath')?.line).toBe(12);
  });

  it('has a key for every option of fetch but those of the command line', () => {
    for (const { name, takes, scope } of keys) {
      const line = `${name}: ${takes === 'switch' ? 'true' : '5'}`;
      const [inDefaults, atFeed] = [`defaults:\n  ${line}\n`, `feeds:\n  - feed: sina/china\n    ${line}\n`].map(complaint);
      // What else there is to complain of is the value.
      expect([name, /unknown key|for the command line/.test(inDefaults ?? '')]).toEqual([name, !['feed', 'run'].includes(scope)]);
      expect([name, /unknown key|for the command line|counts for a whole run/.test(atFeed ?? '')]).toEqual([name, scope !== 'feed']);
    }
  });

  it('of an earlier version still loads, and says what to change', () => {
    const { rules, warnings } = parse('# mine\nrules:\n  - {id: a, host: a.example, body: p}\n');
    expect(rules.map(({ id }) => id)).toEqual(['a']);
    expect(warnings).toEqual([{ line: 2, column: 1, text: 'the key "rules" is called "site-rules" since version 2 of this file; rename it' }]);
    expect(parse('version: 2\nsite-rules: []\n').warnings).toEqual([]);
  });
});

describe('a mistake names file, line and column, and what to do', () => {
  const feed = (rest: string): string => `feeds:\n  - feed: sina/china\n    ${rest}\n`;
  it.each([
    ['a misspelt key at the top', 'feed: []', 'c.yaml:1:1: unknown key "feed"; did you mean "feeds"?'],
    ['a misspelt option', feed('limt: 5'), 'c.yaml:3:5: unknown key "limt"; did you mean "limit"?'],
    ['a misspelt option under defaults', 'defaults:\n  concurency: 2\n', 'c.yaml:2:3: unknown key "concurency"; did you mean "concurrency"?'],
    ['a misspelt option of a group', 'groups:\n  a:\n    profil: hugo\n', 'c.yaml:3:5: unknown key "profil"; did you mean "profile"?'],
    ['a key in the form of programs', feed('userAgent: x'), 'c.yaml:3:5: unknown key "userAgent"; did you mean "user-agent"?'],
    ['an option of the whole run at a feed', feed('quiet: true'), 'c.yaml:3:5: "quiet" counts for a whole run; it may stand under "defaults" only'],
    ['an option of the whole run in a group', 'groups:\n  a: {concurrency: 2}\n', 'c.yaml:2:7: "concurrency" counts for a whole run'],
    ['an option of the command line', 'defaults: {config: x.yaml}', 'c.yaml:1:12: "config" is for the command line'],
    ['a value that the flag refuses', feed('limit: 0'), 'c.yaml:3:12: limit 0: expected a whole number from 1'],
    ['a command with a quotation mark that is not closed', 'defaults: {on-finish: "git commit -m \'x"}', 'c.yaml:1:23: on-finish "git commit -m \'x": expected a program and its arguments'],
    ['an odd date', feed('since: yesterday'), 'c.yaml:3:12: since yesterday: expected 30m, 12h'],
    ['an unknown profile', 'defaults:\n  profile: hexxo\n', 'c.yaml:2:12: profile hexxo: expected one of hexo,'],
    ['a bad header in a list, without its value', feed('header: ["A: b", "Host: secret"]'), 'c.yaml:3:13: header host: …: expected another name'.replace('host', 'Host')],
    ['a text for a switch', feed('update: maybe'), 'c.yaml:3:13: feeds[0].update has to be true or false'],
    ['a map for a text', feed('filename: {date}-{title}'), 'c.yaml:3:'],
    ['a map for a number', feed('limit: {a: 1}'), 'c.yaml:3:12: feeds[0].limit has to be a text or a number'],
    ['true for one of several words', feed('images: true'), 'c.yaml:3:13: images true: expected one of link, download, html, none'],
    ['a misspelt key in a file with line ends of Windows', feed('limt: 5').replaceAll('\n', '\r\n'), 'c.yaml:3:5: unknown key "limt"; did you mean "limit"?'],
    ['no value', feed('out:'), 'c.yaml:3:9: feeds[0].out has to be a text or a number'],
    ['a number for a feed', 'feeds: [5]', 'c.yaml:1:9: feeds[0] has to be a text or a map of keys and values'],
    ['a map for feeds', 'feeds: {a: b}', 'c.yaml:1:8: feeds has to be a list'],
    ['a feed without address', 'feeds:\n  - name: a\n', 'c.yaml:2:5: a feed has either "feed" or "url"'],
    ['a feed with two addresses', feed('url: https://example.com/'), 'c.yaml:2:5: a feed has either "feed" or "url"'],
    ['a group and groups', feed('group: a\n    groups: [b]'), 'c.yaml:2:5: a feed has either "group" or "groups"'],
    ['an unknown channel', 'feeds: [sina/chian]', 'c.yaml:1:9: sina/chian: no such feed. Did you mean sina/china?'],
    ['another scheme', 'feeds: ["ftp://example.com/feed"]', 'c.yaml:1:9: ftp://example.com/feed: only http and https'],
    ['standard input', 'feeds: ["-"]', 'c.yaml:1:9: a feed is an id of the catalogue, a URL or a file'],
    ['a feed that stands twice', 'feeds:\n  - sina/china\n  - {url: sina/155/1686}\n', 'c.yaml:3:11: "sina/155/1686" stands here for the second time, after line 2'],
    ['a name that stands twice', 'feeds:\n  - {feed: sina/china, name: a}\n  - {feed: sina/macro, name: a}\n', 'c.yaml:3:30: "a" stands here for the second time, after line 2'],
    ['an odd name', feed('name: "@a"'), 'c.yaml:3:11: a name is made of'],
    ['an odd name of a group', 'groups:\n  "a b": {}\n', 'c.yaml:2:3: a name is made of'],
    ['a misspelt group', `groups: {markets: {}}\n${feed('group: market')}`, 'c.yaml:4:12: no group "market" under "groups"; did you mean "markets"?'],
    ['a text for options', 'defaults: quiet', 'c.yaml:1:11: defaults has to be a map of keys and values'],
    ['a newer version', 'version: 3', 'c.yaml:1:10: this program knows the versions up to 2 of this file; update news-scrape'],
    ['version 0', 'version: 0', 'c.yaml:1:10: the version of this file is a whole number from 1 to 2'],
    ['an odd version', 'version: two', 'c.yaml:1:10: version has to be a number'],
    ['both names of one key', 'rules: []\nsite-rules: []\n', 'c.yaml:2:1: the key "site-rules" stands here for the second time'],
  ])('%s', (_name, text, words) => expect(complaint(text)).toContain(words));
});
