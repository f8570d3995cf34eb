import { load } from 'cheerio';
import { hasChildren, isTag, isText, type AnyNode } from 'domhandler';
import { isNewsScrapeError } from '../errors.js';
import { verdictOn } from '../reasons.js';
import type { Block } from './clean/block.js';
import { trimText } from './clean/inline.js';
import type { Explanation, Size } from './explanation.js';
import { conditionsOf } from './find-rule.js';
import { readPage, type RawPage, type ReadingOptions } from './read-page.js';
import { RULES } from './rules/index.js';
import { elementName, type Finding, type Trace } from './trace.js';
import { readWholeArticle } from './whole-article.js';

export interface ExplainOptions extends Pick<ReadingOptions, 'rules' | 'seenAt'> {
  /** Gets the further pages of an article; without it only the first one is read. */
  getPage?: ((url: string) => Promise<RawPage>) | undefined;
}

/**
 * Reads an article and says how: which rule, where each thing was found, what was left out and why. A page that is
 * refused is explained too.
 * @throws only what is no verdict on a page
 */
export async function explainPage(first: RawPage, { rules, seenAt, getPage }: ExplainOptions = {}): Promise<Explanation> {
  const explanation: Explanation = { page: first.name, rule: 'generic', rules: [], pages: [], fields: {}, candidates: [], removed: [] };
  explanation.rules = [...(rules ?? []), ...RULES].map((rule) => ({ id: rule.id, holds: [], fails: conditionsOf(rule).map(({ words }) => words) }));
  try {
    const options = { rules, seenAt, trace: traceInto(explanation) };
    const { html, ...article } = await (getPage ? readWholeArticle(first, getPage, options) : readPage(first, options));
    explanation.article = { ...article, ...sizeOf(see(load(html)('body').get())) };
  } catch (error) {
    const verdict = isNewsScrapeError(error) ? verdictOn(error) : undefined;
    if (!isNewsScrapeError(error) || !verdict) throw error;
    explanation.refused = { reason: verdict.reason, message: error.message };
  }
  return explanation;
}

/** Never shown by a browser, so that nobody misses them. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'link', 'meta', 'head', 'title', 'map']);
const START = /^.{0,40}/su;
const CANDIDATES = 10;

/** A listener that writes all it hears into an explanation. */
function traceInto(explanation: Explanation): Trace {
  let page = 0;
  return {
    // The charset is found first on each page, and only the first page speaks of the article as a whole.
    found: (what, place, value) => {
      page += what === 'charset' ? 1 : 0;
      if (page <= 1 || what === 'page') note(explanation, what, place, value);
    },
    removed: (why, detail, what) => {
      const isBlock = 'tag' in what;
      const element = isBlock ? what.origin : what;
      if (isUnseen(element)) return;
      const sight = isBlock ? seeBlock(what) : see([what]);
      const name = element ? elementName(element) : isBlock ? what.tag : '';
      explanation.removed.push({ why, detail, element: name, start: startOf(sight), ...sizeOf(sight) });
    },
  };
}

function note(explanation: Explanation, what: Finding, place: string, value: string): void {
  switch (what) {
    case 'when': {
      const rule = explanation.rules.find(({ id }) => id === value);
      rule?.holds.push(...rule.fails.splice(rule.fails.indexOf(place), 1));
      break;
    }
    case 'rule':
      explanation.rule = value;
      break;
    case 'charset':
    case 'body':
      explanation[what] = { value, place };
      break;
    case 'page':
      explanation.pages.push(value);
      break;
    case 'candidate':
      if (explanation.candidates.length < CANDIDATES && Number(value) > 0) explanation.candidates.push({ element: place, score: Number(value) });
      break;
    default:
      explanation.fields[what] = { value, place };
  }
}

/** What a browser shows of something. */
interface Sight {
  text: string;
  pictures: number;
}

function see(nodes: readonly AnyNode[]): Sight {
  const sight: Sight = { text: '', pictures: 0 };
  for (const node of nodes) {
    if (isText(node)) sight.text += node.data;
    if (!hasChildren(node) || isUnseen(node)) continue;
    const inner = see(node.children);
    sight.text += inner.text;
    sight.pictures += inner.pictures + (isTag(node) && node.name === 'img' ? 1 : 0);
  }
  return sight;
}

const seeBlock = ({ html, text }: Block): Sight => ({ text, pictures: html.split('<img').length - 1 });
const isUnseen = (node: AnyNode | undefined): boolean => node !== undefined && isTag(node) && UNSEEN.has(node.name);
const startOf = ({ text }: Sight): string => START.exec(trimText(text).replace(/\s+/gu, ' '))?.[0] ?? '';
const sizeOf = ({ text, pictures }: Sight): Size => ({ characters: text.replace(/\s+/gu, '').length, pictures });
