import type { CheerioAPI } from 'cheerio';
import { elementsOf } from '../select.js';
import { oneLine } from './places.js';

/** What a page's JSON-LD says of its article; https://schema.org/NewsArticle. */
export interface JsonLd {
  headline?: string | undefined;
  datePublished?: string | undefined;
  authors: readonly string[];
  description?: string | undefined;
  keywords: readonly string[];
  /** The article's text, with line breaks or HTML. */
  body?: string | undefined;
  /** True where the page says that its text is not for everybody. */
  isPaid: boolean;
}

type Node = ReadonlyMap<string, unknown>;

const ARTICLE = /Article$|Posting$|^(?:Report|Review|CreativeWork)$/;
/** What holds other articles. */
const LIST = /^(?:ItemList|Blog|CollectionPage)$/;
/** Objects inside each other; deeper ones are no statement about the page. */
const DEPTH = 6;

/** The first node of the page's JSON-LD that is an article, in lists and `@graph`s too; Baidu's `pubDate` counts as well. */
export function readJsonLd($: CheerioAPI): JsonLd | undefined {
  const nodes = elementsOf($, 'script[type="application/ld+json"]').flatMap((script) => nodesOf(parseJson($.text([script])), 0));
  const article = nodes.find((node) => strings(node.get('@type')).some((type) => ARTICLE.test(type))) ?? nodes.find((node) => node.has('pubDate'));
  if (!article) return undefined;
  const text = (...names: string[]): string | undefined => names.map((name) => strings(article.get(name))[0]).find((value) => value !== undefined && value !== '');
  return {
    headline: text('headline', 'title'),
    datePublished: text('datePublished', 'pubDate', 'dateCreated'),
    authors: namesOf(article.get('author')),
    description: text('description'),
    keywords: strings(article.get('keywords')),
    body: text('articleBody'),
    isPaid: ['false', 'False'].includes(String(article.get('isAccessibleForFree'))),
  };
}

/** A script's JSON, undefined where it is none. Pages wrap it in comments and write line breaks into its strings; both are no JSON. */
export function parseJson(text: string): unknown {
  const json = text.slice(Math.max(0, text.search(/[[{]/)), Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1);
  for (const attempt of [json, json.replace(/\p{Cc}/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      continue;
    }
  }
  return undefined;
}

function nodesOf(value: unknown, depth: number): Node[] {
  if (depth > DEPTH || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, depth + 1));
  const node = new Map<string, unknown>(Object.entries(value));
  if (strings(node.get('@type')).some((type) => LIST.test(type))) return [];
  return [node, ...[...node.values()].flatMap((inner) => nodesOf(inner, depth + 1))];
}

/** A string, or those of a list. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Persons and organisations are names or objects with one. */
function namesOf(value: unknown): string[] {
  const people: unknown[] = Array.isArray(value) ? value : [value];
  const names = people.flatMap((person) => (typeof person === 'string' ? [person] : nodesOf(person, 0).slice(0, 1).flatMap((node) => strings(node.get('name')))));
  return names.map(oneLine).filter((name) => name !== '');
}
