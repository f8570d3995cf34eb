import { describe, expect, it } from 'vitest';
import { chooseFeeds, type Choice } from '../../src/cli/chosen-feeds.js';
import { flagsOf } from '../../src/cli/options/flags.js';
import { fetchKeys } from '../../src/cli/options/keys.js';
import { EMPTY_CONFIG, type Config } from '../../src/config/config.js';
import { parseConfig } from '../../src/config/parse.js';
import { readVariables } from '../../src/config/variables.js';
import { NewsScrapeError } from '../../src/errors.js';
import { commandNamed } from '../support/command.js';

const now = (): Date => new Date('2026-11-24T00:00:00Z');
const keys = fetchKeys(now);
const FILE = `defaults: {limit: 1, out: a, timeout: 10}
groups:
  g: {limit: 2, excerpt: 2}
  h: {limit: 3}
feeds:
  - sina/china
  - {feed: sina/macro, name: macro, groups: [g, h]}
  - {feed: https://example.com/a.xml, name: example, group: g, limit: 4}
`;
const config = parseConfig({ file: 'sub/c.yaml', text: FILE }, keys);

function choose(names: string[], { env = {}, flags = {}, file = config }: { env?: Record<string, string>; flags?: object; file?: Config } = {}): Choice {
  const { values } = readVariables(env, keys);
  return chooseFeeds(names, file, { flags: new Map(Object.entries(flags)), variables: values, now });
}
const idsOf = ({ feeds }: Choice): string[] => feeds.map(({ source }) => source.id);
/** The words that a choice is refused with. */
function complaint(...names: string[]): string {
  try {
    choose(names);
    return '';
  } catch (error) {
    if (!(error instanceof NewsScrapeError)) throw error;
    expect(error.code).toBe('usage');
    return error.message;
  }
}

describe('what counts: flag, variable, feed, last group, defaults, the built-in value', () => {
  it.each([
    ['flag', { flags: { limit: 9 }, env: { NEWS_SCRAPE_LIMIT: '8' } }, 'example', 9, { by: 'flag' }],
    ['variable', { env: { NEWS_SCRAPE_LIMIT: '8' } }, 'example', 8, { by: 'variable' }],
    ['feed', {}, 'example', 4, { by: 'feed', line: 8 }],
    ['the last of its groups', {}, 'macro', 3, { by: 'group', group: 'h', line: 4 }],
    ['defaults', {}, 'sina/china', 1, { by: 'defaults', line: 1 }],
    ['the built-in value', { file: EMPTY_CONFIG }, 'sina/china', undefined, undefined],
  ])('%s', (_name, given, feed, limit, origin) => {
    const [chosen] = choose([feed], given).feeds;
    expect(chosen?.options.limit).toBe(limit);
    expect(chosen?.origins.get('limit')).toEqual(origin);
  });

  it('a switch of the file is undone by its variable', () => {
    const file = parseConfig({ file: 'c.yaml', text: 'defaults: {quiet: true, source-link: true}\nfeeds: [sina/china]\n' }, keys);
    const { run, feeds } = choose([], { file, env: { NEWS_SCRAPE_QUIET: 'false', NEWS_SCRAPE_SOURCE_LINK: '0' } });
    expect([run.options.quiet, feeds[0]?.options.sourceLink]).toEqual([false, false]);
  });

  it.each(keys.filter(({ takes, scope }) => (takes === 'switch' || takes === 'optional') && (scope === 'feed' || scope === 'run')).map(({ name, attribute }) => [name, attribute]))('the switch %s has an opposite on the command line', (name, attribute) => {
    const file = parseConfig({ file: 'c.yaml', text: `defaults: {${name}: true}\nfeeds: [sina/china]\n` }, keys);
    const command = commandNamed('fetch').action(() => undefined).parse([`--no-${name}`], { from: 'user' });
    const { run } = chooseFeeds([], file, { flags: flagsOf(command), variables: new Map(), now });
    expect([Object.entries(run.options).find(([key]) => key === attribute)?.[1], run.origins.get(attribute)]).toEqual([false, { by: 'flag' }]);
  });

  it('each option by itself', () => {
    const [chosen] = choose(['macro'], { flags: { delay: 5 } }).feeds;
    expect(chosen?.options).toMatchObject({ limit: 3, excerpt: 2, timeout: 10, out: 'sub/a', delay: 5, retries: 3 });
    expect(Object.fromEntries(chosen?.origins ?? [])).toMatchObject({ excerpt: { by: 'group', group: 'g' }, timeout: { by: 'defaults' } });
  });

  it('paths start at the folder of the file, those of flags and variables where the program runs', () => {
    expect(choose(['macro'], { env: { NEWS_SCRAPE_OUT: 'b' } }).feeds[0]?.options.out).toBe('b');
    expect(choose(['macro'], { flags: { out: 'c' } }).feeds[0]?.options.out).toBe('c');
  });
});

describe('feeds are named', () => {
  it.each([
    ['not at all: all of the file', [], ['sina/china', 'sina/macro', 'https://example.com/a.xml']],
    ['by a group', ['@g'], ['sina/macro', 'https://example.com/a.xml']],
    ['by a group and a feed of it', ['@h', 'macro', 'sina/macro'], ['sina/macro']],
    ['by their names, then as ever', ['example', 'sina/forex'], ['https://example.com/a.xml', 'sina/forex']],
    ['by another word for the same feed', ['sina/155/1687'], ['sina/macro']],
  ])('%s', (_name, names, ids) => expect(idsOf(choose(names))).toEqual(ids));

  it('with the options of their entry, however they are named', () => {
    for (const name of ['macro', 'sina/macro', 'sina/155/1687']) expect(choose([name]).feeds[0]).toMatchObject({ name: 'macro', options: { limit: 3 } });
    expect(choose(['sina/forex']).feeds[0]?.options.limit).toBe(1);
  });

  it('wrongly, and the nearest name is said', () => {
    expect(complaint('@gg')).toContain('Did you mean @g?');
    expect(complaint('@nothing')).toContain('Groups are @g, @h.');
    expect(complaint('marco')).toContain('Did you mean macro');
    expect(complaint('sina/chian')).toContain('Did you mean sina/china');
  });

  it('a file of the configuration keeps its name wherever the program runs', () => {
    const file = parseConfig({ file: 'sub/c.yaml', text: 'feeds: [./feed.xml]' }, keys);
    expect(choose([], { file }).feeds[0]?.source).toMatchObject({ id: './feed.xml', location: 'sub/feed.xml' });
  });

  it('not at all and nowhere is a wrong use that says what to do', () => {
    expect(() => choose([], { file: EMPTY_CONFIG })).toThrow(/no news-scrape\.yaml with feeds\. Name one .*under "feeds"/);
    expect(() => choose([], { file: { ...EMPTY_CONFIG, file: 'c.yaml' } })).toThrow('c.yaml has none under "feeds"');
  });
});

describe('variables', () => {
  it.each([
    ['a text', { NEWS_SCRAPE_USER_AGENT: 'x' }, { userAgent: 'x' }],
    ['a switch', { NEWS_SCRAPE_QUIET: 'true', NEWS_SCRAPE_UPDATE: '0' }, { quiet: true, update: false }],
    ['a negated flag', { NEWS_SCRAPE_FAST_PATH: 'false' }, { fastPath: false }],
    ['a list, a line each', { NEWS_SCRAPE_CATEGORY: 'a\nb c' }, { category: ['a', 'b c'] }],
    ['a switch that takes a value', { NEWS_SCRAPE_WAIT: 'true' }, { wait: Infinity }],
    ['the same with its value', { NEWS_SCRAPE_WAIT: '5' }, { wait: 5 }],
    ['an empty one, which is none', { NEWS_SCRAPE_OUT: '' }, {}],
  ])('%s', (_name, env, values) => expect(Object.fromEntries(readVariables(env, keys).values)).toEqual(values));

  it('that are wrong end the program, and are named', () => {
    expect(() => readVariables({ NEWS_SCRAPE_LIMIT: 'x' }, keys)).toThrow('NEWS_SCRAPE_LIMIT x: expected a whole number from 1');
    expect(() => readVariables({ NEWS_SCRAPE_CATCH_UP: 'true' }, keys)).toThrow('NEWS_SCRAPE_CATCH_UP true: expected nothing: --catch-up is for a single run');
    expect(() => readVariables({ NEWS_SCRAPE_QUIET: 'maybe' }, keys)).toThrow('NEWS_SCRAPE_QUIET maybe: expected true or false');
  });

  it('that mean nothing are said with the nearest one', () => {
    expect(readVariables({ NEWS_SCRAPE_OUTT: 'x', OTHER: '1' }, keys).warnings).toEqual(['the variable NEWS_SCRAPE_OUTT means nothing; did you mean NEWS_SCRAPE_OUT?']);
    expect(readVariables({ NEWS_SCRAPE_QQQQQQQQQQQQ: 'x' }, keys).warnings).toEqual(['the variable NEWS_SCRAPE_QQQQQQQQQQQQ means nothing']);
  });
});
