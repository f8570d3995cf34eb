import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { DISCLAIMERS, knownDisclaimer } from '../../src/article/clean/boilerplate.js';
import { FOLDERS, isDecoration } from '../../src/article/clean/decoration.js';
import { SOURCES, pictureOf } from '../../src/article/clean/picture.js';
import { PROMOTIONS, promotionReader } from '../../src/article/clean/promotions.js';
import { decodeDocument } from '../../src/article/decode.js';
import { readPage, type RawPage } from '../../src/article/read-page.js';
import { RULES } from '../../src/article/rules/index.js';
import type { SiteRule } from '../../src/article/rules/rule.js';
import type { Trace } from '../../src/article/trace.js';
import { isNewsScrapeError } from '../../src/errors.js';
import { absoluteUrl } from '../../src/url.js';
import { FIXTURES, findPairs, readRawPage } from '../fixture/pairs.js';
import { SINA_PAGES } from '../support/sina-pages.js';

/** A set of rules with one row taken out. */
interface Mutant {
  row: string;
  rules: SiteRule[];
}

const FIELDS = ['title', 'date', 'source', 'author', 'editor', 'keywords'] as const;
const LINKS = ['automaticLinks', 'accountLinks'] as const;
/** The parts of a list of selectors; a comma in brackets parts nothing. */
const parts = (selector = ''): string[] => selector.split(/,\s(?![^()]*\))/).filter(Boolean);
/** A selector without one of its parts; one that finds nothing where none is left. */
const without = (selector: string, part: string): string => parts(selector).filter((other) => other !== part).join(', ') || 'no-such-element';
const unique = (rows: readonly string[]): string[] => [...new Set(rows)];

/** A row is taken out of all rules that have it, since templates share theirs. */
function mutants(kind: string, rowsOf: (rule: SiteRule) => readonly string[], change: (rule: SiteRule, row: string) => SiteRule): Mutant[] {
  return unique(RULES.flatMap(rowsOf)).map((row) => ({ row: `${kind}: ${row}`, rules: RULES.map((rule) => marked(change(rule, row))) }));
}

/** The built-in rules are tried behind those that are given: the id tells which one was used. */
const marked = (rule: SiteRule): SiteRule => ({ ...rule, id: `given-${rule.id}` });

const MUTANTS: Mutant[] = [
  ...mutants('remove', ({ remove = [] }) => remove, (rule, row) => ({ ...rule, remove: (rule.remove ?? []).filter((other) => other !== row) })),
  ...mutants('body', ({ body, build }) => (build ? [] : parts(body)), (rule, row) => ({ ...rule, body: without(rule.body, row) })),
  ...mutants('when', ({ when }) => when.flatMap(parts), (rule, row) => ({ ...rule, when: rule.when.map((condition) => without(condition, row)) })),
  ...LINKS.flatMap((field) => mutants(field, (rule) => parts(rule[field]), (rule, row) => ({ ...rule, [field]: without(rule[field] ?? '', row) }))),
];

/** What comes of a page: the article, or the code of its refusal. */
function outcome(page: RawPage, rules: readonly SiteRule[], trace?: Trace): string {
  try {
    return JSON.stringify(readPage(page, { rules, trace }));
  } catch (error) {
    if (!isNewsScrapeError(error)) throw error;
    return error.code;
  }
}

describe('every row of the rules', () => {
  const found = new Set<string>();
  const sentences: string[] = [];
  const trace: Trace = {
    found: (what, place) => found.add(`${what}: ${place}`),
    removed: (why, _detail, what) => {
      if (why === 'sentence' && 'text' in what) sentences.push(what.text.replace(/\s+/gu, '').toLowerCase());
    },
  };
  const given = RULES.map(marked);
  const small = SINA_PAGES.map((html): RawPage => ({ name: 'x', url: 'http://tech.sina.com.cn/i/a.shtml', contentType: 'text/html', body: Buffer.from(html) }));
  const pages = [...small, ...findPairs(FIXTURES).map(({ page }) => readRawPage(FIXTURES, page))].map((page) => ({ page, before: outcome(page, given, trace) }))
    .filter(({ before }) => !before.includes('"rule":"generic"'));

  it('changes how some page is read', () => {
    // Neighbours in a list often stand on one page: the last that was changed is tried first.
    const isIdle = ({ rules }: Mutant): boolean => {
      const hit = pages.findIndex(({ page, before }) => outcome(page, rules) !== before);
      if (hit > 0) pages.unshift(...pages.splice(hit, 1));
      return hit === -1;
    };
    expect(MUTANTS.filter(isIdle).map(({ row }) => row)).toEqual([]);
  }, 60_000);

  it('that is a place of a field is where some page has it', () => {
    const places = FIELDS.flatMap((field) => RULES.flatMap((rule) => rule[field] ?? []).map((place) => `${field}: ${place}`));
    expect(unique(places).filter((place) => !found.has(place))).toEqual([]);
  });

  describe('of pictures', () => {
    const pictures = pages.flatMap(({ page }) => load(decodeDocument(page.body).text)('img').get());

    it('names a folder from which some page has a picture that nothing else tells', () => {
      const isNeeded = (_: unknown, row: number): boolean => pictures.some(({ attribs }) => {
        const url = absoluteUrl(attribs.src ?? '', 'http://tech.sina.com.cn/');
        return url !== undefined && isDecoration(url, attribs) && !isDecoration(url, attribs, FOLDERS.toSpliced(row, 1));
      });
      expect(FOLDERS.filter((folder, row) => !isNeeded(folder, row))).toEqual([]);
    });

    it('is an attribute in which some page keeps the address of a picture', () => {
      const isNeeded = (row: number): boolean => pictures.some((picture) => pictureOf(picture, 'http://tech.sina.com.cn/')?.src !== pictureOf(picture, 'http://tech.sina.com.cn/', SOURCES.toSpliced(row, 1))?.src);
      expect(SOURCES.filter((_, row) => !isNeeded(row)).map(({ name }) => name)).toEqual([]);
    });
  });

  it('that is a promotion, or may end one, takes out a paragraph of some page', () => {
    const known = promotionReader(PROMOTIONS);
    const rows = PROMOTIONS.flatMap(([words, ...endings], index) => [
      { row: words, others: PROMOTIONS.toSpliced(index, 1) },
      ...endings.map((ending) => ({ row: words + ending, others: PROMOTIONS.with(index, [words, ...endings.filter((other) => other !== ending)]) })),
    ]);
    const idle = rows.filter(({ others }) => {
      const reader = promotionReader(others);
      return !sentences.some((text) => known(text) !== undefined && reader(text) === undefined);
    });
    expect(idle.map(({ row }) => row)).toEqual([]);
  });

  it('that is a sentence of a disclaimer takes out a paragraph of some page', () => {
    const changes = (known: typeof DISCLAIMERS): boolean => sentences.some((text) => knownDisclaimer(text) !== knownDisclaimer(text, known));
    const less = (set: ReadonlySet<string>, row: string): ReadonlySet<string> => new Set([...set].filter((other) => other !== row));
    const { starts, sequels } = DISCLAIMERS;
    expect([...starts].filter((row) => !changes({ starts: less(starts, row), sequels }))).toEqual([]);
    expect([...sequels].filter((row) => !changes({ starts, sequels: less(sequels, row) }))).toEqual([]);
  });
});
