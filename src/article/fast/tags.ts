import { MOST_ELEMENTS } from '../endless.js';
import { kindOf, type Kind } from './elements.js';

/** A start or end tag in a page's source. */
export interface Tag {
  kind: Kind;
  isEnd: boolean;
  /** Where its `<` stands. */
  start: number;
  /** Behind its `>`. */
  end: number;
  /** Where a script, a style or the like ends that begins with it; else `end`. */
  contentEnd: number;
}

const LESS = 0x3c;
const BANG = 0x21;
const SLASH = 0x2f;
const QUESTION = 0x3f;

/** Characters of an element's attributes that are not worth a doubt. */
const LONGEST_TAG = 20_000;

/** Thrown where a page's source could be read in more than one way. */
export class Uncertain extends Error {
  override readonly name = 'Uncertain';
}

/**
 * The tags of a page's source in their order, without building anything. Comments and the content of scripts, styles and
 * the like are passed over.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 * @throws Uncertain for what only a whole parser can read
 */
export class TagReader {
  private at = 0;
  private count = 0;
  private readonly quotes: QuoteFinder;

  constructor(private readonly html: string) {
    this.quotes = new QuoteFinder(html);
  }

  /** Undefined behind the last tag. */
  next(): Tag | undefined {
    const { html } = this;
    for (;;) {
      const start = html.indexOf('<', this.at);
      if (start === -1) return undefined;
      const code = html.charCodeAt(start + 1);
      if (isLetter(code)) return this.tag(start, start + 1, false);
      if (code === SLASH && isLetter(html.charCodeAt(start + 2))) return this.tag(start, start + 2, true);
      if (code === SLASH) throw new Uncertain('odd end tag');
      this.at = code === BANG || code === QUESTION ? this.behindMarkup(start) : start + 1;
    }
  }

  private tag(start: number, nameStart: number, isEnd: boolean): Tag {
    const { html } = this;
    let nameEnd = nameStart + 1;
    while (!endsName(html.charCodeAt(nameEnd))) nameEnd += 1;
    const kind = kindOf(html.slice(nameStart, nameEnd));
    const end = this.quotes.closing(nameEnd);
    if (!isEnd) this.count += 1;
    if (end - start > LONGEST_TAG || this.count > MOST_ELEMENTS) throw new Uncertain('endless');
    if (kind.isChanging) throw new Uncertain(kind.name);
    const contentEnd = !isEnd && kind.isTextOnly ? behindContent(html, kind.name, end) : end;
    this.at = contentEnd;
    return { kind, isEnd, start, end, contentEnd };
  }

  /** Behind a comment, a doctype or what a parser takes for a comment. */
  private behindMarkup(start: number): number {
    const { html } = this;
    const isComment = html.startsWith('<!--', start);
    const end = isComment ? html.indexOf('-->', start + 2) : html.indexOf('>', start);
    if (end === -1) throw new Uncertain('open comment');
    if (isComment && html.slice(start, end).includes('--!>')) throw new Uncertain('odd end of a comment');
    return end + (isComment ? 3 : 1);
  }
}

/** Finds the `>` that ends a tag, past those in the values of its attributes. */
class QuoteFinder {
  private double = -1;
  private single = -1;

  constructor(private readonly html: string) {}

  /** @returns the place behind it */
  closing(from: number): number {
    const { html } = this;
    let end = html.indexOf('>', from);
    for (let at = from; end !== -1; ) {
      const quote = this.nextQuote(at, end);
      if (quote === undefined) return end + 1;
      const isValue = html[quote - 1] === '=' || html.slice(at, quote).trimEnd().endsWith('=');
      const close = html.indexOf(html.charAt(quote), quote + 1);
      if (!isValue || close === -1) throw new Uncertain('odd quotes');
      at = close + 1;
      if (!/[\s/>]/.test(html.charAt(at))) throw new Uncertain('odd quotes');
      if (end < at) end = html.indexOf('>', at);
    }
    throw new Uncertain('open tag');
  }

  /** The next quote before `end`; each kind is sought only once in each stretch of the page. */
  private nextQuote(at: number, end: number): number | undefined {
    if (this.double < at) this.double = indexOrEnd(this.html, '"', at);
    if (this.single < at) this.single = indexOrEnd(this.html, "'", at);
    const quote = Math.min(this.double, this.single);
    return quote < end ? quote : undefined;
  }
}

function indexOrEnd(html: string, part: string, from: number): number {
  const index = html.indexOf(part, from);
  return index === -1 ? html.length : index;
}

/** Behind the end tag of an element that holds text only. */
function behindContent(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    const nameEnd = at + 2 + name.length;
    if (html.slice(at + 2, nameEnd).toLowerCase() !== name || !endsName(html.charCodeAt(nameEnd))) continue;
    if (name === 'script' && html.slice(from, at).includes('<!--')) checkEscapedScript(html.slice(from, at));
    const end = html.indexOf('>', nameEnd);
    if (end !== -1) return end + 1;
  }
  throw new Uncertain(`open ${name}`);
}

/** A script that writes another script inside a comment does not end where it seems to. */
function checkEscapedScript(script: string): void {
  if (/<script/i.test(script)) throw new Uncertain('script in script');
}

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** White space, `/`, `>`, `<` or the end of the page. */
const endsName = (code: number): boolean => code <= 0x20 || code === SLASH || code === 0x3e || code === LESS || Number.isNaN(code);
