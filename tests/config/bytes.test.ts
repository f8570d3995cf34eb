import { describe, expect, it } from 'vitest';
import { fetchKeys } from '../../src/cli/options/keys.js';
import type { Config } from '../../src/config/config.js';
import { loadConfig } from '../../src/config/load.js';

const keys = fetchKeys(() => new Date('2026-11-24T00:00:00Z'));
const load = (bytes: string | Buffer): Promise<Config> => loadConfig({ named: 'c.yaml', folder: '.', readFile: () => Promise.resolve(Buffer.from(bytes)) }, () => Promise.resolve(keys));

const WRONG = 'defaults: {out: a}\nfeeds:\n  - feed: sina/china\n    limt: 5\n';

describe('a file as editors and systems write it', () => {
  it.each([['lines of Windows', WRONG.replaceAll('\n', '\r\n')], ['a byte order mark', `\uFEFF${WRONG}`], ['both', `\uFEFF${WRONG.replaceAll('\n', '\r\n')}`]])('with %s is read, and mistakes have their places', async (_name, text) => {
    await expect(load(text)).rejects.toThrow('c.yaml:4:5: unknown key "limt"; did you mean "limit"?');
    const { feeds } = await load(text.replace('limt', 'limit'));
    expect(feeds).toMatchObject([{ feed: 'sina/china', line: 3, settings: new Map([['limit', { value: 5, line: 4 }]]) }]);
  });

  it('with a mistake in its first line behind a byte order mark counts columns from what is seen', async () => {
    await expect(load('\uFEFFfeed: []\n')).rejects.toThrow('c.yaml:1:1: unknown key "feed"');
  });

  it('that is empty, blank, or nothing but comments says nothing', async () => {
    for (const text of ['', '\uFEFF', '\n\n', '# mine\n', '---\n']) expect((await load(text)).feeds).toEqual([]);
  });

  it.each([['UTF-16', Buffer.from(`\uFEFF${WRONG}`, 'utf16le')], ['GBK', Buffer.from([0x23, 0xd6, 0xd0, 0xce, 0xc4, 0x0a])]])('in %s is refused by name', async (_name, bytes) => {
    await expect(load(bytes)).rejects.toThrow('c.yaml: the configuration cannot be read (not UTF-8)');
  });
});
