import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio/slim';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { wordsOf } from '../src/cli/examples.js';
import { wholeProgram } from './support/command.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const { version, scripts } = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string> };

const GITHUB = readdirSync(join(ROOT, '.github'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)));
const DOCUMENTS = [...readdirSync(ROOT).filter((name) => name.endsWith('.md')), ...GITHUB.filter((name) => name.endsWith('.md')), 'fixtures/README.md', 'tests/bench/README.md'];

const markdown = new MarkdownIt({ html: true });
const pageOf = (file: string): ReturnType<typeof load> => load(markdown.render(read(file)));

const known = new Map<string, readonly string[]>();
const anchors = (file: string): readonly string[] => known.get(file) ?? anchorsOf(file);

/** Anchors as GitHub makes them of headings. */
function anchorsOf(file: string): readonly string[] {
  const $ = pageOf(file);
  const own = $('[id], a[name]').toArray().map(({ attribs }) => attribs.id ?? attribs.name ?? '');
  const headings = $('h1, h2, h3, h4').toArray().map((element) => $(element).text().trim().toLowerCase().replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replaceAll(' ', '-'));
  known.set(file, [...own, ...headings]);
  return [...own, ...headings];
}

/** What a link of a document to a place in the repository misses; empty if nothing. */
function missing(file: string, address: string): string {
  const [path = '', anchor] = address.split('#');
  const target = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  if (!existsSync(join(ROOT, target))) return `${file}: ${target} is not there`;
  return anchor === undefined || anchors(target).includes(decodeURIComponent(anchor)) ? '' : `${file}: ${target} has no #${anchor}`;
}

describe('links of documents', () => {
  it.each(DOCUMENTS)('of %s lead somewhere', (file) => {
    const $ = pageOf(file);
    const addresses = $('a[href], img[src]').toArray().map(({ attribs }) => attribs.href ?? attribs.src ?? '').filter((address) => !/^[a-z]+:/.test(address));
    expect(addresses.map((address) => missing(file, address)).filter(Boolean)).toEqual([]);
  });

  it('that lead nowhere are found', () => {
    expect(missing('README.md', 'LICENSE')).toBe('');
    expect(missing('README.md', 'nowhere.md')).not.toBe('');
    expect(missing('CONTRIBUTING.md', 'README.md#no-such-heading')).not.toBe('');
  });
});

describe('CONTRIBUTING', () => {
  const text = read('CONTRIBUTING.md');

  it('names scripts that npm has, and files and tests that are there', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(4);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
    const files = [...text.matchAll(/(?:^|[\s`(])((?:tests|src|bin|fixtures|\.ci)\/[\w./-]+)/g)].map(([, path = '']) => path.replace(/\.$/, ''));
    expect(files.length).toBeGreaterThan(10);
    // The one that the reader is to make.
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual(['fixtures/front-matter/zola.yaml']);
  });
});

describe('the changelog', () => {
  it('has a part for the version of the package, in the order of Keep a Changelog', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^## \[(.+?)\]/gm)].map(([, name]) => name);
    expect(headings.slice(0, 2)).toEqual(['Unreleased', version]);
    const kinds = [...read('CHANGELOG.md').matchAll(/^### (.+)$/gm)].map(([, kind]) => kind);
    expect(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']).toEqual(expect.arrayContaining(kinds));
  });
});

describe('the templates for issues', () => {
  const forms = GITHUB.filter((file) => file.includes('ISSUE_TEMPLATE') && !file.endsWith('config.yml'));

  it.each(forms)('%s is a form whose commands the program has', (file) => {
    const { name, description, body } = parse(read(file)) as { name?: string; description?: string; body: { type: string; id?: string; attributes: { label?: string } }[] };
    expect([name, description]).not.toContain(undefined);
    for (const { type, id, attributes } of body) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect([id, attributes.label]).not.toContain(undefined);
    }
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
    const program = wholeProgram();
    for (const [, command = '', rest = ''] of read(file).matchAll(/`news-scrape (\w+)([^`]*)`/g)) {
      const options = program.commands.find((one) => wordsOf(one) === command)?.options.map(({ long }) => long);
      expect(options).toEqual(expect.arrayContaining(rest.match(/--[\w-]+/g) ?? []));
    }
  });

  it('ask for what the cause can be found from', () => {
    expect(forms).toHaveLength(3);
    expect(read('.github/ISSUE_TEMPLATE/wrong-extraction.yml')).toMatch(/--explain[^]*--save-page/);
    expect(read('.github/ISSUE_TEMPLATE/feed-broken.yml')).toContain('--json');
  });
});
