import { AttributeAction, SelectorType, isTraversal, parse, type AttributeSelector, type Selector } from 'css-what';
import { splitPlace } from '../rules/selector.js';
import type { SiteRule } from '../rules/rule.js';

/** What to look for in a page's source so that the rules find in its pieces what they would find in the whole page. */
export interface Needles {
  /** True for a tag of an element that a rule may name. */
  isNamed: (tag: string, source: string) => boolean;
  /** Texts inside of elements that a rule may ask for; a page that holds one has to be read as a whole. */
  contents: readonly string[];
}

/** What is looked for on behalf of rules. */
export interface RuleNeedles extends Needles {
  /** False for a page in which none of the rules can hold, as long as nothing in it is masked. */
  mayHold: (source: string) => boolean;
}

/** A pattern for a whole word of an attribute's value, or for a part of it. */
interface Text {
  pattern: string;
  isWord: boolean;
}

interface Needle {
  /** Any element, if undefined. */
  tag?: string | undefined;
  /** What the source of its tag holds. */
  text?: Text | undefined;
  /** What stands in it. */
  content?: string | undefined;
}

/** What is read of every page, whatever its rule. */
const COMMON = ['base', 'meta', 'link', 'script[type="application/ld+json"]'];

/** The needles for all that these rules ask of a page, and read from it; those with `build` read the whole page. */
export function needlesOfRules(rules: readonly SiteRule[]): RuleNeedles {
  const places = rules.filter(({ build }) => !build).flatMap(({ title, date, source = [], author = [], editor = [], keywords = [], documentId }) => [title, date, source, author, editor, keywords, documentId?.places ?? []].flat());
  const selectors = new Set([...COMMON, ...rules.flatMap(({ when, body, build }) => (build ? when : [...when, body])), ...places.map((place) => splitPlace(place)[0])]);
  return { ...needlesOf([...selectors]), mayHold: anyRule(rules) };
}

/** The needles for all elements that these selectors name. */
export function needlesOf(selectors: readonly string[]): Needles {
  const needles = selectors.flatMap((selector) => parse(selector).flatMap((parts) => needlesIn(parts)));
  return { isNamed: matcher(needles), contents: needles.flatMap(({ content }) => content ?? []) };
}

/** By the words alone that each condition of a rule wants to stand somewhere: far less work than to read any tag. */
function anyRule(rules: readonly SiteRule[]): RuleNeedles['mayHold'] {
  const wanted = rules.map(({ when }) => when.map((selector) => parse(selector).map(wordsOf)));
  return (source) => wanted.some((conditions) => conditions.every((alternatives) => alternatives.some((words) => words.every((word) => source.includes(word)))));
}

/** Texts without which a page has no element of a selector's. */
const wordsOf = (selector: readonly Selector[]): string[] => selector.flatMap((part) => (part.type === SelectorType.Attribute && textOf(part) !== undefined && /^[\w.-]+$/.test(part.value) ? part.value : []));

/**
 * The element furthest out that a selector names: its piece holds all the others. The root itself is always there.
 * @param isCondition the selector stands in parentheses, and is about the element in front of them
 */
function needlesIn(selector: readonly Selector[], isCondition = false): Needle[] {
  const end = selector.findIndex(isTraversal);
  const compound = end === -1 ? selector : selector.slice(0, end);
  const inner = compound.flatMap((part) => (part.type === SelectorType.Pseudo && Array.isArray(part.data) ? part.data.flatMap((parts) => needlesIn(parts, true)) : []));
  const isRoot = compound.some((part) => part.type === SelectorType.Tag && part.name === 'html');
  if (!isRoot) return isCondition && compound.every((part) => part.type === SelectorType.Pseudo) ? inner : [...inner, needleOf(compound)];
  return end === -1 ? inner : [...inner, ...needlesIn(selector.slice(end + 1))];
}

function needleOf(compound: readonly Selector[]): Needle {
  const tag = compound.flatMap((part) => (part.type === SelectorType.Tag ? part.name : []))[0];
  const content = compound.flatMap((part) => (part.type === SelectorType.Pseudo && part.name === 'contains' && typeof part.data === 'string' ? part.data : []))[0];
  const text = compound.flatMap((part) => (part.type === SelectorType.Attribute ? (textOf(part) ?? []) : []))[0];
  return content === undefined ? { tag, text } : { content };
}

const PARTS: ReadonlySet<AttributeAction> = new Set([AttributeAction.Any, AttributeAction.End, AttributeAction.Hyphen, AttributeAction.Start]);
const WORDS: ReadonlySet<AttributeAction> = new Set([AttributeAction.Element, AttributeAction.Equals]);

/** What an attribute of that value looks like in the source; nothing for one that may look in many ways. */
function textOf({ action, value, ignoreCase }: AttributeSelector): Text | undefined {
  const isWord = WORDS.has(action);
  return value !== '' && ignoreCase !== true && (isWord || PARTS.has(action)) ? { pattern: value.replace(/\W/g, '\\$&'), isWord } : undefined;
}

/** Where a class or an id is written with entities, the source does not hold it as it is. */
const MASKED = /\b(?:class|id)\s{0,9}=[^>]{0,200}&/i;

/** One character in front, in place of a look-behind for each: this is tried on every tag of every page. */
function anyOf(texts: readonly Text[]): RegExp {
  const [words, parts] = [true, false].map((isWord) => [...new Set(texts.filter((text) => text.isWord === isWord).map(({ pattern }) => pattern))]);
  return new RegExp([`["'\\s=](?:${(words ?? []).join('|')})(?=["'\\s>/])`, ...(parts ?? [])].join('|'));
}

function matcher(needles: readonly Needle[]): Needles['isNamed'] {
  const textsFor = (tag: string | undefined): Text[] => needles.flatMap((needle) => (needle.tag === tag && needle.text !== undefined ? needle.text : []));
  const anywhere = textsFor(undefined);
  const tags = new Set(needles.flatMap(({ tag }) => tag ?? []));
  const whole = new Set(needles.flatMap(({ tag, text }) => (tag !== undefined && text === undefined ? tag : [])));
  const patterns = new Map([...tags].map((tag) => [tag, anyOf([...anywhere, ...textsFor(tag)])]));
  const general = anyOf(anywhere);
  const isAnything = needles.some(({ tag, text, content }) => tag === undefined && text === undefined && content === undefined);
  const isNamedBy = (tag: string, source: string): boolean => (patterns.get(tag) ?? general).test(source) || (source.includes('&') && MASKED.test(source));
  // A tag with nothing but its name in it can only be sought by that.
  return (tag, source) => isAnything || whole.has(tag) || (source.length > tag.length + 2 && isNamedBy(tag, source));
}
