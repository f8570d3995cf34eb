import { parseHttpUrl } from '../../url.js';
import { MOST_TEXT } from '../endless.js';
import type { PageText } from '../page-text.js';
import type { SiteRule } from '../rules/rule.js';
import { load, type CheerioAPI } from 'cheerio';
import { load as loadPlain } from 'cheerio/slim';
import { borderOf } from './border.js';
import { pageLinks } from './links.js';
import { needlesOf, needlesOfRules, type RuleNeedles } from './needles.js';
import { OpenElements } from './surroundings.js';
import { TagReader, Uncertain, type Tag } from './tags.js';

/**
 * The pieces of a page that rules can ask for or read, as a small page of its own: they are parsed to what parsing the
 * whole page would make of them, in a fraction of the time. Undefined where that is not certain.
 */
export function loadPieces(text: PageText, url: string, rules: readonly SiteRule[]): CheerioAPI | undefined {
  const { source } = text;
  const needles = needlesFor(rules);
  const isPageLink = url === '' || parseHttpUrl(url) ? pageLinks(url) : undefined;
  if (!isPageLink || !needles.mayHold(source) || needles.contents.some((content) => source.includes(content))) return undefined;
  return loadTags(text, ({ kind: { name }, start, end }) => {
    const tag = source.slice(start, end);
    return needles.isNamed(name, tag) || (name === 'a' && isPageLink(tag));
  });
}

/** The same with all that is named by one of the selectors, and little else. */
export function loadNamed(text: PageText, selectors: readonly string[]): CheerioAPI | undefined {
  const { isNamed } = needlesOf(selectors);
  return loadTags(text, ({ kind: { name }, start, end }) => isNamed(name, text.source.slice(start, end)));
}

function loadTags(text: PageText, isWanted: (tag: Tag) => boolean): CheerioAPI | undefined {
  const { source } = text;
  try {
    const { sources, isPlain } = cut(text, isWanted);
    const page = `${doctypeOf(source)}<html><head></head><body>${sources.join('\n')}</body></html>`;
    if (page.length > MOST_TEXT) throw new Uncertain('pieces without end');
    // A parser that knows none of HTML's rules is faster by half; the other one reads zeros in its own way.
    return isPlain && !page.includes('\0') ? loadPlain(page.replace(/\r\n?/g, '\n')) : load(page);
  } catch (error) {
    if (error instanceof Uncertain) return undefined;
    throw error;
  }
}

interface Pieces {
  sources: string[];
  /** True if none of them needs the rules of HTML. */
  isPlain: boolean;
}

function cut({ source, between }: PageText, isWanted: (tag: Tag) => boolean): Pieces {
  const reader = new TagReader(source);
  const around = new OpenElements();
  const pieces: Pieces = { sources: [], isPlain: true };
  for (let tag = reader.next(); tag; tag = reader.next()) {
    if (tag.isEnd || !isWanted(tag)) {
      around.pass(tag);
      continue;
    }
    // Metadata is read alike wherever it stands.
    if (!tag.kind.isLeaf) around.checkFree();
    const { end, isPlain } = borderOf(tag, reader);
    pieces.sources.push(between(tag.start, end));
    pieces.isPlain &&= isPlain;
  }
  return pieces;
}

/** It decides whether a table ends the paragraph in front of it. */
function doctypeOf(html: string): string {
  return /^\s*<!doctype[^>]{0,300}>/i.exec(html)?.[0] ?? '';
}

const known = new WeakMap<readonly SiteRule[], RuleNeedles>();

function needlesFor(rules: readonly SiteRule[]): RuleNeedles {
  const needles = known.get(rules) ?? needlesOfRules(rules);
  known.set(rules, needles);
  return needles;
}
