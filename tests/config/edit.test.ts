import { describe, expect, it } from 'vitest';
import { withFeeds, withoutFeed } from '../../src/config/edit.js';

const NEW = { feed: 'https://example.com/new.xml', groups: [] };
const FULL = { feed: 'https://example.com/new.xml', name: 'new', groups: ['a'] };
const FILE = `# mine
defaults:                        # for all
  out: posts   # here

groups:
    a: {limit: 20,   source-link: true}
feeds:   # all of them
  # the first
  - sina/china    # daily

  - feed:   "https://example.com/a.xml"
    name: a
    header: ["Cookie: x"]   # secret
  # - sina/old
  - >-
    sina/macro

# the end
site-rules: []
`;

describe('adding feeds', () => {
  it('changes no other byte of a list in block form', () => {
    const added = withFeeds(FILE, [NEW, FULL]) ?? '';
    expect(added.replace('  - https://example.com/new.xml\n  - feed: https://example.com/new.xml\n    name: new\n    group: a\n', '')).toBe(FILE);
    expect(added).toContain('    sina/macro\n\n# the end'.replace('\n\n', '\n  - https://example.com/new.xml\n  - feed: https://example.com/new.xml\n    name: new\n    group: a\n\n'));
  });

  it.each([
    ['an empty file', '', 'feeds:\n  - https://example.com/new.xml\n'],
    ['comments alone', '# mine', '# mine\nfeeds:\n  - https://example.com/new.xml\n'],
    ['a file without feeds', 'defaults:\n  out: a # here', 'defaults:\n  out: a # here\nfeeds:\n  - https://example.com/new.xml\n'],
    ['feeds without a value', 'feeds:   # soon\nversion: 2\n', 'feeds:   # soon\n  - https://example.com/new.xml\nversion: 2\n'],
    ['a list that is not indented', 'feeds:\n- a.xml\nversion: 2\n', 'feeds:\n- a.xml\n- https://example.com/new.xml\nversion: 2\n'],
    ['no line break at the end', 'feeds:\n    - a.xml', 'feeds:\n    - a.xml\n    - https://example.com/new.xml\n'],
    ['lines of Windows', 'feeds:\r\n  - a.xml\r\nversion: 2\r\n', 'feeds:\r\n  - a.xml\r\n  - https://example.com/new.xml\r\nversion: 2\r\n'],
    ['a list in brackets', '# mine\nfeeds: [a.xml] # here\nversion: 2\n', '# mine\nfeeds: [a.xml, https://example.com/new.xml] # here\nversion: 2\n'],
    ['an empty list in brackets', 'feeds: []\n', 'feeds: [https://example.com/new.xml]\n'],
    ['null', 'feeds: null\n', 'feeds:\n  - https://example.com/new.xml\n'],
    ['a map in braces', '{version: 2}\n', '{version: 2, feeds: [https://example.com/new.xml]}\n'],
    ['an end of the document', 'feeds:\n  - a.xml\n...\n', 'feeds:\n  - a.xml\n  - https://example.com/new.xml\n...\n'],
  ])('to %s', (_name, before, after) => expect(withFeeds(before, [NEW])).toBe(after));

  it('quotes what YAML would take for something else', () => {
    expect(withFeeds('', [{ feed: 'a: b #c.xml', name: '2026', groups: ['yes', '金融'] }])).toBe('feeds:\n  - feed: "a: b #c.xml"\n    name: "2026"\n    groups:\n      - yes\n      - 金融\n');
  });
});

describe('removing a feed', () => {
  it('takes its lines and leaves all others as they are', () => {
    expect(withoutFeed(FILE, 0)).toBe(FILE.replace('  - sina/china    # daily\n', ''));
    expect(withoutFeed(FILE, 1)).toBe(FILE.replace(/ {2}- feed: {3}[^]*# secret\n/, ''));
    expect(withoutFeed(FILE, 2)).toBe(FILE.replace('  - >-\n    sina/macro\n', ''));
  });

  it.each([
    ['the only one', 'feeds:\n  - a.xml\nversion: 2\n', 0, 'feeds:\nversion: 2\n'],
    ['one in brackets', 'feeds: [a.xml, b.xml]\n', 1, 'feeds: [a.xml]\n'],
    ['one of Windows', 'feeds:\r\n  - a.xml\r\n  - b.xml\r\n', 0, 'feeds:\r\n  - b.xml\r\n'],
    ['one with its dash on a line of its own', 'feeds:\n  -\n    feed: a.xml\n  - b.xml\n', 0, 'feeds:\n  - b.xml\n'],
    ['one whose options another one takes over', 'feeds:\n  - &x {feed: a.xml}\n  - *x\n', 0, undefined],
  ])('%s', (_name, before, index, after) => expect(withoutFeed(before, index)).toBe(after));
});
