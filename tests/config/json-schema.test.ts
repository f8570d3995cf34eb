import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configJsonSchema } from '../../src/cli/config-json-schema.js';
import { fetchKeys } from '../../src/cli/options/keys.js';
import { parseConfig } from '../../src/config/parse.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const published: unknown = JSON.parse(readFileSync(`${ROOT}dist/news-scrape.schema.json`, 'utf8'));
const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(published as object);
const keys = fetchKeys(() => new Date());

/** Whether the published schema, and whether the program, takes a file. */
function taken(text: string): { schema: boolean; program: boolean } {
  let program = true;
  try {
    parseConfig({ file: 'c.yaml', text }, keys);
  } catch {
    program = false;
  }
  return { schema: validate(parse(text)), program };
}

describe('the JSON Schema of the configuration', () => {
  it('is in the package, as the options of now give it', () => {
    const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ files: { path: string }[] }];
    expect(files.map(({ path }) => path)).toContain('dist/news-scrape.schema.json');
    expect(published).toEqual(configJsonSchema());
  });

  it('takes the examples of the README, as the program does', () => {
    const readme = readFileSync(`${ROOT}README.md`, 'utf8');
    const examples = [...readme.matchAll(/```yaml\n((?:#.*\n)*(?:defaults|site-rules):[^]*?)```/g)].map(([, text = '']) => text);
    expect(examples).toHaveLength(2);
    for (const example of examples) expect([example, taken(example)]).toEqual([example, { schema: true, program: true }]);
  });

  it.each([
    ['an empty map', '{}'],
    ['keys without a value', 'feeds:\ngroups:\ndefaults:\n'],
    ['a feed by url, with options', 'feeds: [{url: ./feed.xml, groups: [a, 金融], limit: 5, update: true, fast-path: false, category: a, header: ["A: b"]}]'],
    ['options of the run', 'defaults: {quiet: true, wait: true, concurrency: 2, on-written: [node, x]}'],
  ])('takes %s, as the program does', (_name, text) => expect(taken(text)).toEqual({ schema: true, program: true }));

  it.each([
    ['a misspelt key at the top', 'feed: []'],
    ['a misspelt option', 'feeds: [{feed: sina/china, limt: 5}]'],
    ['a misspelt option of a group', 'groups: {a: {profil: hugo}}'],
    ['an option of the run at a feed', 'feeds: [{feed: sina/china, quiet: true}]'],
    ['an option of the command line', 'defaults: {config: x}'],
    ['an unknown profile', 'defaults: {profile: hexxo}'],
    ['a text for a switch', 'defaults: {update: maybe}'],
    ['a map for a text', 'defaults: {out: {a: b}}'],
    ['an empty list', 'defaults: {category: []}'],
    ['a number for a feed', 'feeds: [5]'],
    ['standard input for a feed', 'feeds: ["-"]'],
    ['a feed without address', 'feeds: [{name: a}]'],
    ['a feed with two addresses', 'feeds: [{feed: sina/china, url: sina/macro}]'],
    ['group and groups', 'feeds: [{feed: sina/china, group: a, groups: [b]}]'],
    ['an odd name', 'feeds: [{feed: sina/china, name: "@a"}]'],
    ['an odd name of a group', 'groups: {"a b": {}}'],
    ['a newer version', 'version: 3'],
    ['version 0', 'version: 0'],
    ['a rule for no page', 'site-rules: [{id: a, body: p}]'],
    ['a rule without a body', 'site-rules: [{id: a, host: example.com}]'],
    ['a URL for a host', 'site-rules: [{id: a, host: "https://example.com/", body: p}]'],
    ['a list for the file', '[]'],
  ])('refuses %s, as the program does', (_name, text) => expect(taken(text)).toEqual({ schema: false, program: false }));

  it('explains every key', () => {
    const undescribed: string[] = [];
    const look = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties') for (const [name, property] of Object.entries(value as object)) if (!(property as { description?: string }).description) undescribed.push(`${path}/${name}`);
        look(value, `${path}/${key}`);
      }
    };
    look(published, '');
    expect(undescribed).toEqual([]);
  });
});
