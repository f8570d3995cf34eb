import { describe, expect, it } from 'vitest';
import { fetchKeys } from '../../src/cli/options/keys.js';
import { parseConfig } from '../../src/config/parse.js';
import { EMPTY_CONFIG, type Config } from '../../src/config/config.js';
import { isNewsScrapeError } from '../../src/errors.js';

const keys = fetchKeys(() => new Date('2026-11-24T00:00:00Z'));
const parse = (text: string): Config => parseConfig({ file: 'c.yaml', text }, keys);

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

const rule = (rest: string): string => `site-rules:\n  - id: a\n    host: example.com\n    body: .text\n    ${rest}\n`;

describe('a configuration', () => {
  it('may be empty, and may have no rules', () => {
    for (const text of ['', '# nothing yet\n', '{}', 'site-rules: []', 'feeds:\ngroups:\ndefaults:\nversion: 2\n']) expect(parse(text)).toEqual({ ...EMPTY_CONFIG, file: 'c.yaml' });
  });

  it('gives rules in the form of the built-in ones', () => {
    const { rules } = parse(`site-rules:
  - id: a.b-1
    sample: https://news.example.com/1
    host: [Example.com, 例子.example]
    when: div.story
    body: div.story
    title: h1
    date: ['time@datetime', "meta[name='a@b']@content"]
    next-page: a.weiter
    remove: [.share, 'p:has(a[href*="/more"])', 'p:contains(a@b!)', '> p + a[title$="x"]']
  - {id: other, when: [.x, .y], body: p}
`);
    expect(rules).toMatchObject([
      { id: 'a.b-1', sample: 'https://news.example.com/1', hosts: ['example.com', 'xn--fsqu00a.example'], when: ['div.story'], body: 'div.story', title: ['h1'], date: ['time@datetime', "meta[name='a@b']@content"], source: [], remove: ['.share', 'p:has(a[href*="/more"])', 'p:contains(a@b!)', '> p + a[title$="x"]'], nextPage: ['a.weiter'], isOwn: true },
      { id: 'other', hosts: [], when: ['.x', '.y'] },
    ]);
  });

  it('may use anchors and aliases', () => {
    expect(parse('site-rules:\n  - {id: a, host: a.example, body: p, remove: &junk [.ad]}\n  - {id: b, host: b.example, body: p, remove: *junk}\n').rules[1]?.remove).toEqual(['.ad']);
  });
});

describe('a mistake names file, line and column, and what to do', () => {
  it.each([
    ['a misspelt key', rule('titel: h1'), 'c.yaml:5:5: unknown key "titel"; did you mean "title"?'],
    ['a misspelt key at the top', 'sitr-rules: []', 'c.yaml:1:1: unknown key "sitr-rules"; did you mean "site-rules"?'],
    ['an unknown key', rule('colour: red'), 'c.yaml:5:5: unknown key "colour"; known are id, sample, host, when, body, title, date, source, author, editor, keywords, remove, next-page'],
    ['a missing key', 'site-rules:\n  - id: a\n    host: example.com\n', 'c.yaml:2:5: the key "body" is missing'],
    ['a rule for no page', 'site-rules:\n  - id: a\n    body: p\n', 'c.yaml:2:5: the rule has neither "host" nor "when": it needs one of them to know its pages'],
    ['a rule for all pages', 'site-rules:\n  - id: a\n    when: []\n    body: p\n', 'c.yaml:3:11: site-rules[0].when has to name at least one'],
    ['a number for a text', rule('sample: 5'), 'c.yaml:5:13: site-rules[0].sample has to be a text'],
    ['a number for a place', rule('title: 5'), 'c.yaml:5:12: site-rules[0].title has to be a text or a list of texts'],
    ['a number in a list', rule('title: [h1, 5]'), 'c.yaml:5:17: site-rules[0].title[1] has to be a text'],
    ['no value', rule('title:'), 'c.yaml:5:11: site-rules[0].title has to be a text or a list of texts'],
    ['a map for a list', 'site-rules:\n  id: a\n', 'c.yaml:2:3: site-rules has to be a list'],
    ['a text for a rule', 'site-rules: [a]', 'c.yaml:1:14: site-rules[0] has to be a map of keys and values'],
    ['a list for the file', '- a', 'c.yaml:1:1: the file has to be a map of keys and values'],
    ['a bad selector', rule('remove: [.ok, "p:foo"]'), 'c.yaml:5:19: "p:foo" is no CSS selector: Unknown pseudo-class :foo'],
    ['a bad selector inside another', rule('remove: "p:has(:foo)"'), 'c.yaml:5:13: "p:has(:foo)" is no CSS selector: Unknown pseudo-class :foo'],
    ['a selector that ends early', rule('remove: "p >"'), 'c.yaml:5:13: "p >" is no CSS selector: Nothing behind the last combinator'],
    ['a place without a selector', rule('title: "@content"'), 'c.yaml:5:12: "@content" is no CSS selector: Unexpected @'],
    ['an attribute where an element is wanted', rule('remove: "a@href"'), 'c.yaml:5:13: "a@href" is no CSS selector: Unexpected @'],
    ['an empty selector', rule('title: " "'), 'c.yaml:5:12: " " is no CSS selector: Empty selector'],
    ['a bad selector before an attribute', rule('title: "h1[@content"'), 'c.yaml:5:12: "h1[@content" is no CSS selector: '],
    ['a URL for a host', 'site-rules:\n  - {id: a, host: "https://example.com/", body: p}\n', 'c.yaml:2:19: a host is a name such as example.com'],
    ['an odd id', 'site-rules:\n  - {id: "a b", host: example.com, body: p}\n', 'c.yaml:2:10: an id is made of'],
    ['an id that stands twice', 'site-rules:\n  - {id: a, host: example.com, body: p}\n  - {id: a, host: example.org, body: p}\n', 'c.yaml:3:10: the id "a" is taken by another rule'],
    ['the id of a built-in rule', 'site-rules:\n  - {id: sina-finance, host: example.com, body: p}\n', 'c.yaml:2:10: the id "sina-finance" is taken by another rule'],
    ['the name of the generic extractor', 'site-rules:\n  - {id: generic, host: example.com, body: p}\n', 'c.yaml:2:10: the id "generic" is taken'],
    ['a key that stands twice', rule('body: p'), 'c.yaml:5:5: the key "body" stands here for the second time'],
    ['a key that is no text', '? [a]\n: 1\n', 'c.yaml:1:3: a key has to be a text'],
    ['broken YAML', 'site-rules:\n  - id: a\n body: p\n', 'c.yaml:3:1: not YAML that can be read: '],
    ['a tab for an indent', 'site-rules:\n\t- id: a\n', 'c.yaml:2:1: not YAML that can be read: '],
    ['two documents', '--- {}\n--- {}\n', 'not YAML that can be read: '],
    ['an alias for nothing', 'site-rules: *nothing\n', 'not YAML that can be read: Unresolved alias'],
    ['a tag of another program', 'site-rules: !!js/function "x"\n', 'c.yaml:1:13: not YAML that can be read: Unresolved tag'],
  ])('%s', (_name, text, words) => expect(complaint(text)).toContain(words));

  it('with all others, in the order of the file', () => {
    const lines = complaint(`site-rules:\n  - titel: a\n    host: 5\n    remove: "p["\n    body: p\nrulse: 1\n`).split('\n');
    expect(lines.map((line) => line.split(': ')[0])).toEqual(['c.yaml:2:5', 'c.yaml:2:5', 'c.yaml:3:11', 'c.yaml:4:13', 'c.yaml:6:1']);
  });

  it('and says of a great many only how many more there are', () => {
    const lines = complaint(Array.from({ length: 50 }, (_, index) => `k${index}: 1\n`).join('')).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('... and 30 more');
  });
});

describe('hostile YAML is refused at once', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'.charAt(index)}`).join()}]`)].join('\n');
  it.each([
    ['aliases that unfold without end', bomb],
    ['an alias of what it stands in', 'site-rules: &r\n  - {id: a, host: *r, body: p}\n'],
    ['100,000 open brackets', '['.repeat(100_000)],
    ['50,000 nested lists', `${'- '.repeat(50_000)}x`],
    ['20,000 keys', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['a selector of 500,000 brackets', rule(`remove: "${'['.repeat(500_000)}"`)],
    ['keys of the language', '__proto__: {rules: []}\nconstructor: 1\n'],
  ])('%s', (_name, text) => {
    const start = process.cpuUsage();
    expect(complaint(text)).toMatch(/^c\.yaml:\d+:\d+: /);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
  });
});
