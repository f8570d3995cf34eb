import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXIT, exitCodeHelp } from '../src/cli/exit-codes.js';
import { CATALOGUE } from '../src/feeds/catalogue.js';
import { en } from '../src/messages/en.js';
import { parseDocumentTemplate } from '../src/post/document-template.js';
import { DOCUMENT_SAMPLE } from '../src/post/document-values.js';
import { EXTRA_FIELDS } from '../src/post/extra-fields.js';
import { formatFrontMatter } from '../src/post/front-matter.js';
import { PLACEHOLDERS } from '../src/post/name-template.js';
import { PROFILES } from '../src/post/profiles/index.js';
import type { FrontMatterValue } from '../src/post/value.js';
import { REASONS } from '../src/outcome.js';
import { commandNamed } from './support/command.js';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const readme = read('README.md');
/** Rows of the table that has this header, without the code marks. */
function table(header: string): string[][] {
  const start = readme.indexOf(`\n| ${header} |`);
  const lines = readme.slice(start + 1).split('\n').slice(2);
  return lines.slice(0, lines.findIndex((line) => !line.startsWith('|'))).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')));
}
const writtenDate = (value: FrontMatterValue): string => formatFrontMatter([['date', value]]).slice('---\ndate: '.length, -'\n---\n'.length);
const flagsOfCommand = (name: string): string[] => commandNamed(name).options.filter(({ hidden }) => !hidden).map(({ flags }) => flags);
const keys = (header: string): string[] => table(header).map(([key = '']) => key);

describe('README', () => {
  it('lists every package that the bundle takes in by its own name, and those that are installed beside it', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as { dependencies: object; devDependencies: object };
    const notices = read('dist/THIRD-PARTY-LICENSES.txt');
    const isBundled = (name: string): boolean => notices.includes(`\n${name} `);
    const beside = Object.keys(dependencies);
    expect(keys('dependency | why')).toEqual(expect.arrayContaining([...Object.keys(devDependencies).filter(isBundled), ...beside]));
    expect([...Object.keys(devDependencies), ...beside]).toEqual(expect.arrayContaining(keys('dependency | why')));
    expect(beside.filter(isBundled)).toEqual([]);
    expect(readme).toContain(`Three are installed beside it, because they are large and few ask for them: ${beside.map((name) => `\`${name}\``).join(', ')}.`);
  });

  it('lists every exit code with its meaning, as --help does', () => {
    const rows = table('code | meaning');
    expect(rows.map(([code]) => Number(code))).toEqual(Object.values(EXIT));
    expect(rows.map(([, meaning]) => meaning)).toEqual(Object.values(en.exitCodes));
    expect(exitCodeHelp().trim().split('\n').slice(1).map((line) => line.trim().split(/ {2,}/))).toEqual(rows);
  });

  it('lists every reason with its status and its meaning', () => {
    const rows = Object.entries(REASONS).flatMap(([status, reasons]) => reasons.map((reason) => [reason, status, en.reasons[reason]]));
    expect(table('reason | status | meaning')).toEqual(rows);
    for (const status of Object.keys(REASONS)) expect(readme).toMatch(new RegExp(`^\\| article \\| \`status\` \\|.*\`${status}\``, 'm'));
  });

  it('lists what a feed can fail with', () => {
    expect(table("feed's reason | meaning")).toEqual(Object.entries(en.feedReasons));
  });

  it('lists every channel of the catalogue', () => {
    expect(table('id | channel | pageid/lid')).toEqual(CATALOGUE.map(({ id, name, pageid, lid }) => [id, name, `${pageid}/${lid}`]));
  });

  it('lists every profile with its keys and its form of a date', () => {
    const instant = new Date('2022-07-25T02:54:50Z');
    const rows = PROFILES.map(({ id, name, folders, keys: own, date }) => [id, name, folders({})[0] ?? 'the folder that was named', Object.keys(own).join(', '), writtenDate(date(instant, undefined))]);
    expect(table('profile | for | folder in a site | keys, in their order | a date')).toEqual(rows);
  });

  it('lists every field that may be added, with its key', () => {
    expect(table('--fields | key | what it is').map(([name, key]) => [name, key])).toEqual(EXTRA_FIELDS.map(({ name, key }) => [name, key]));
  });

  it('lists every placeholder of file names', () => {
    expect(keys('placeholder | what stands for it')).toEqual(PLACEHOLDERS.map((name) => `{${name}}`));
  });

  it('lists every name that a template can use, and shows one that works', () => {
    expect(keys('name | what it is')).toEqual(Object.keys(DOCUMENT_SAMPLE));
    const example = /```liquid\n(.*?)```/s.exec(readme)?.[1] ?? '';
    expect(parseDocumentTemplate('README.md', example)(DOCUMENT_SAMPLE)).toBe('---\ntitle: "标题"\ndate: 2022-07-25 10:54:50 +0800\ntags: ["经济"]\n---\n正文\n来源：某报\n');
  });

  it('lists every option of fetch', () => {
    expect(keys('option | what it does')).toEqual(flagsOfCommand('fetch'));
  });

  it('lists every option that refresh alone has', () => {
    const [fetch, refresh] = [flagsOfCommand('fetch'), flagsOfCommand('refresh')];
    expect(keys('option of `refresh` | what it does')).toEqual(refresh.filter((flags) => flags.startsWith('--since') || !fetch.includes(flags)));
    expect(refresh.filter((flags) => !fetch.includes(flags))).toHaveLength(3);
  });

  it('has the two commands, each on one line', () => {
    expect(readme).toContain('\nnpm install && npx news-scrape fetch demo --out posts\n');
    expect(readme).toContain('\nnpm install && npm test\n');
  });
});
