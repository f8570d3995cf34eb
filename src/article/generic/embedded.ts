import { load, type CheerioAPI } from 'cheerio';
import { isTag, type AnyNode, type Element } from 'domhandler';
import { escapeHtml } from '../../html.js';
import { loadWhole } from '../endless.js';
import { textsInData } from './data.js';
import { measure } from './measure.js';

/** A string of a script that begins with a tag, written plainly, as `\u003c` or as an entity. */
const HTML_STRING = /(["'])(?:\s|\\[nrt]|&quot;){0,9}(?:<|\\u003[cC]|\\x3[cC]|&lt;)(?:p|div|section|article|figure|h[1-6]|span|strong|img|br|blockquote)\b/g;
/** Scripts and strings beyond these are no articles. */
const SCRIPT_LENGTH = 5_000_000;
const STRING_LENGTH = 1_000_000;
/** What a string is called stands right before it. */
const NAME_LENGTH = 80;
const NAME_BEFORE = /([\w$]{1,40})["']?\]?\s{0,9}[:=+([{\s]{1,9}$/;
/** Between the strings of a list, or of one sum. */
const LISTED = /^[\s,+]{0,40}$/;
/** Strings of a script that are looked at, its first ones, and texts of a page. */
const STRINGS = 200;

/**
 * The article that a page keeps for its script to show: as HTML in a `<textarea>`, a `<template>` or a string of a
 * script, as a list of paragraphs in its data, or as the `articleBody` of its JSON-LD. Where there are several, the one with the most sentences; strings that
 * follow each other in a script under the same name, or in one list, are the parts of one article.
 * @param name what messages call the page
 * @throws NewsScrapeError `page_unreadable`
 */
export function findEmbedded($: CheerioAPI, articleBody: string | undefined, name: string): { $: CheerioAPI; element: Element; prose: number } | undefined {
  const holders = $('textarea, template, script[type="text/html"], script[type*="template"]').get().filter(isOutermost).slice(0, STRINGS).map((holder) => $(holder).html() ?? '').map(unescapeEntities);
  const scripts = $('script:not([src])').get().flatMap((script) => htmlStrings($(script).text()));
  const data = $('script:not([src]):not([type="application/ld+json"])').get().flatMap((script) => textsInData($(script).text(), /json/i.test(script.attribs.type ?? '')));
  const texts = [...holders, ...scripts, ...data, ...(articleBody === undefined ? [] : [asHtml(articleBody)])];
  return longest(texts).map((html) => read(html, name)).reduce<ReturnType<typeof read>>((best, part) => (part && part.prose > (best?.prose ?? 0) ? part : best), undefined);
}

/** A template inside another one is a part of what that one holds. */
function isOutermost({ parent }: AnyNode): boolean {
  for (let node: AnyNode | null = parent; node; node = node.parent) if (isTag(node) && node.name === 'template') return false;
  return true;
}

/** Of too many texts the longest, in their order: one of them is the article, if any is. */
function longest(texts: readonly string[]): readonly string[] {
  if (texts.length <= STRINGS) return texts;
  const kept = new Set([...texts.keys()].sort((a, b) => (texts[b]?.length ?? 0) - (texts[a]?.length ?? 0)).slice(0, STRINGS));
  return texts.filter((_, index) => kept.has(index));
}

function read(html: string, name: string): { $: CheerioAPI; element: Element; prose: number } | undefined {
  if (!html.includes('<')) return undefined;
  const $ = loadWhole(html, name);
  const element = $('body').get().find(isTag);
  return element && { $, element, prose: measure(element).of(element).prose };
}

/** The strings of a script that hold HTML, those joined that belong together. */
function htmlStrings(script: string): string[] {
  const found: { name: string; html: string }[] = [];
  const text = script.slice(0, SCRIPT_LENGTH);
  let end = 0;
  for (const { index, 1: quote = '"' } of text.matchAll(HTML_STRING)) {
    if (index < end || found.length >= STRINGS) continue;
    const literal = stringAt(text, index, quote);
    const between = text.slice(Math.max(end, index - NAME_LENGTH), index);
    const last = found.at(-1);
    const name = last && end > 0 && LISTED.test(between) ? last.name : (NAME_BEFORE.exec(between)?.[1] ?? '');
    const html = unescapeEntities(unescapeString(literal));
    end = index + literal.length + 2;
    if (last?.name === name) last.html += `\n${html}`;
    else found.push({ name, html });
  }
  return found.map(({ html }) => html);
}

/** What stands between the quote at `start` and the next one of its kind that is not escaped. */
function stringAt(text: string, start: number, quote: string): string {
  let end = start + 1;
  while (end < text.length && end - start < STRING_LENGTH && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  return text.slice(start + 1, end);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t', b: '', f: '', v: '' };

function unescapeString(literal: string): string {
  return literal.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gis, (_, unicode: string | undefined, latin: string | undefined, single: string | undefined) => {
    if (single !== undefined) return ESCAPES[single] ?? single;
    return String.fromCharCode(Number.parseInt(unicode ?? latin ?? '', 16));
  });
}

/** HTML that was escaped once more, as the content of an attribute or a textarea is. */
function unescapeEntities(text: string): string {
  if (/<\w/.test(text) || !/&lt;\w/.test(text)) return text;
  return load(`<textarea>${text}</textarea>`)('textarea').text().replace(/^\s*"|"\s*$/g, '');
}

function asHtml(text: string): string {
  if (/<(?:p|br|div)\b/i.test(text)) return text;
  return text.split(/\n+/).filter((line) => line.trim() !== '').map((line) => `<p>${escapeHtml(line)}</p>`).join('');
}
