import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXIT, exitCodeHelp } from '../src/cli/exit-codes.js';
import { CATALOGUE } from '../src/feeds/catalogue.js';
import { en } from '../src/messages/en.js';
import { zh } from '../src/messages/zh.js';
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
const writtenDate = (value: FrontMatterValue): string => formatFrontMatter([['date', value]]).slice('---\ndate: '.length, -'\n---\n'.length);
const flagsOfCommand = (name: string): string[] => commandNamed(name).options.filter(({ hidden }) => !hidden).map(({ flags }) => flags);

const ENGLISH = {
  file: 'README.md',
  catalogue: en,
  beside: 'Four are installed beside it, because they are large and few ask for them: ',
  folder: 'the folder that was named',
  plain: 'plain Markdown',
  dependencies: 'dependency | why',
  exitCodes: 'code | meaning',
  reasons: 'reason | status | meaning',
  feedReasons: "feed's reason | meaning",
  channels: 'id | channel | pageid/lid',
  profiles: 'profile | for | folder in a site | keys, in their order | a date',
  fields: '--fields | key | what it is',
  placeholders: 'placeholder | what stands for it',
  names: 'name | what it is',
  options: 'option | what it does',
  refreshOptions: 'option of `refresh` | what it does',
};
const CHINESE: typeof ENGLISH = {
  file: 'README.zh-CN.md',
  catalogue: zh,
  beside: '有四个装在旁边，因为它们很大而很少有人需要：',
  folder: '指定的文件夹',
  plain: '纯 Markdown',
  dependencies: '依赖 | 为什么',
  exitCodes: '退出码 | 含义',
  reasons: '原因 | 状态 | 含义',
  feedReasons: '订阅源的原因 | 含义',
  channels: 'id | 频道 | pageid/lid',
  profiles: 'profile | 用于 | 网站里的文件夹 | 键，按顺序 | 日期',
  fields: '--fields | 键 | 内容',
  placeholders: '占位符 | 代表',
  names: '名称 | 内容',
  options: '选项 | 作用',
  refreshOptions: '选项（`refresh`） | 作用',
};

describe.each([ENGLISH, CHINESE])('$file', (language) => {
  const { file, catalogue } = language;
  const readme = read(file);
  /** Rows of the table that has this header, without the code marks. */
  function table(header: string): string[][] {
    const start = readme.indexOf(`\n| ${header} |`);
    const lines = readme.slice(start + 1).split('\n').slice(2);
    return lines.slice(0, lines.findIndex((line) => !line.startsWith('|'))).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')));
  }
  const keys = (header: string): string[] => table(header).map(([key = '']) => key);

  it('lists every package that the bundle takes in by its own name, and those that are installed beside it', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as { dependencies: object; devDependencies: object };
    const notices = read('dist/THIRD-PARTY-LICENSES.txt');
    const isBundled = (name: string): boolean => notices.includes(`\n${name} `);
    const beside = Object.keys(dependencies);
    expect(keys(language.dependencies)).toEqual(expect.arrayContaining([...Object.keys(devDependencies).filter(isBundled), ...beside]));
    expect([...Object.keys(devDependencies), ...beside]).toEqual(expect.arrayContaining(keys(language.dependencies)));
    expect(beside.filter(isBundled)).toEqual([]);
    expect(readme).toContain(`${language.beside}${beside.map((name) => `\`${name}\``).join(file === ENGLISH.file ? ', ' : '、')}`);
  });

  it('lists every exit code with its meaning, as --help does', () => {
    const rows = table(language.exitCodes);
    expect(rows.map(([code]) => Number(code))).toEqual(Object.values(EXIT));
    expect(rows.map(([, meaning]) => meaning)).toEqual(Object.values(catalogue.exitCodes));
    if (catalogue === en) expect(exitCodeHelp().trim().split('\n').slice(1).map((line) => line.trim().split(/ {2,}/))).toEqual(rows);
  });

  it('lists every reason with its status and its meaning', () => {
    const rows = Object.entries(REASONS).flatMap(([status, reasons]) => reasons.map((reason) => [reason, status, catalogue.reasons[reason]]));
    expect(table(language.reasons)).toEqual(rows);
    for (const status of Object.keys(REASONS)) expect(readme).toMatch(new RegExp(`^\\| article \\| \`status\` \\|.*\`${status}\``, 'm'));
  });

  it('lists what a feed can fail with', () => {
    expect(table(language.feedReasons)).toEqual(Object.entries(catalogue.feedReasons));
  });

  it('lists every channel of the catalogue', () => {
    expect(table(language.channels)).toEqual(CATALOGUE.map(({ id, name, pageid, lid }) => [id, name, `${pageid}/${lid}`]));
  });

  it('lists every profile with its keys and its form of a date', () => {
    const instant = new Date('2022-07-25T02:54:50Z');
    const rows = PROFILES.map(({ id, name, folders, keys: own, date }) => [id, name === ENGLISH.plain ? language.plain : name, folders({})[0] ?? language.folder, Object.keys(own).join(', '), writtenDate(date(instant, undefined))]);
    expect(table(language.profiles)).toEqual(rows);
  });

  it('lists every field that may be added, with its key', () => {
    expect(table(language.fields).map(([name, key]) => [name, key])).toEqual(EXTRA_FIELDS.map(({ name, key }) => [name, key]));
  });

  it('lists every placeholder of file names', () => {
    expect(keys(language.placeholders)).toEqual(PLACEHOLDERS.map((name) => `{${name}}`));
  });

  it('lists every name that a template can use, and shows one that works', () => {
    expect(keys(language.names)).toEqual(Object.keys(DOCUMENT_SAMPLE));
    const example = /```liquid\n(.*?)```/s.exec(readme)?.[1] ?? '';
    expect(parseDocumentTemplate(file, example)(DOCUMENT_SAMPLE)).toBe('---\ntitle: "标题"\ndate: 2022-07-25 10:54:50 +0800\ntags: ["经济"]\n---\n正文\n来源：某报\n');
  });

  it('lists every option of fetch', () => {
    expect(keys(language.options)).toEqual(flagsOfCommand('fetch'));
  });

  it('lists every option that refresh alone has', () => {
    const [fetch, refresh] = [flagsOfCommand('fetch'), flagsOfCommand('refresh')];
    expect(keys(language.refreshOptions)).toEqual(refresh.filter((flags) => flags.startsWith('--since') || !fetch.includes(flags)));
    expect(refresh.filter((flags) => !fetch.includes(flags))).toHaveLength(3);
  });

  it('has the two commands, each on one line', () => {
    expect(readme).toContain('\nnpm install && npx news-scrape fetch demo --out posts\n');
    expect(readme).toContain('\nnpm install && npm test\n');
  });

  it('leads only to sections and files that are there', () => {
    const headings = readme.match(/^#+ .*$/gm) ?? [];
    const anchors = headings.map((heading) => heading.replace(/^#+ /, '').toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'));
    const targets = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((target) => (target.startsWith('#') ? !anchors.includes(target.slice(1)) : !existsSync(new URL(`../${target}`, import.meta.url))))).toEqual([]);
  });
});

describe('both languages', () => {
  const [english, chinese] = [read(ENGLISH.file), read(CHINESE.file)];
  const FENCE = /^```.*?^```$/gms;
  /** Code without comments, and without the blanks before them. */
  const codes = (text: string): string[] => (text.match(FENCE) ?? []).map((code) => code.replace(/\s+# .*$/gm, ''));
  const outline = (text: string): string[] => (text.replace(FENCE, '').match(/^(?:#+(?= )|!\[.*?\](?=\()|\|.*\|$|- (?=\S))/gm) ?? []).map((mark) => mark.slice(0, mark.startsWith('|') ? 1 : 2));
  /** The cells of all tables, with those that hold words and not code alone left empty. */
  const cells = (text: string): string[] => text.replace(FENCE, '').split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split(' | ').map((cell) => (/^\|? ?`[^`]+`(?: \|)?$/.test(cell) ? cell : '')).join('|'));

  it('have the same code, apart from comments', () => {
    expect(codes(english).length).toBeGreaterThan(15);
    expect(codes(chinese)).toEqual(codes(english));
  });

  it('have the same sections, tables, lists and pictures, in the same order', () => {
    expect(outline(chinese)).toEqual(outline(english));
  });

  it('have the same names in the tables', () => {
    expect(cells(english).length).toBeGreaterThan(200);
    expect(cells(chinese)).toEqual(cells(english));
  });

  it('lead to each other', () => {
    expect(english).toContain('](README.zh-CN.md)');
    expect(chinese).toContain('](README.md)');
  });
});
