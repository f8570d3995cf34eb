import { escapeHtml } from '../html.js';
import { linkBareUrls } from './bare-url.js';
import type { Dialect } from './dialect.js';
import type { Mark } from './marks.js';
import { cleanText } from './signs.js';

/**
 * Writes running text as HTML that Markdown can express: every text stands in a paragraph or heading; inline elements
 * open where their first word stands and close after their last one, so they are never empty, never hold white space at
 * an edge, never reach over a line break or into another block; equal neighbours are one element.
 */
export class HtmlWriter {
  private html = '';
  private block = 'p';
  private inBlock = false;
  private open: readonly Mark[] = [];
  private words = '';
  private space = '';

  /** Whether what comes stands in a table's cell, which holds lines of text and pictures only. */
  inCell = false;

  /** @param dialect what will read the Markdown */
  constructor(readonly dialect: Pick<Dialect, 'takesCode' | 'tagsPictures' | 'showsHtml'>) {}

  /** Adds text of the article that stands inside `marks`, outermost first. */
  text(data: string, marks: readonly Mark[]): void {
    const text = cleanText(data).replace(/[ \t\n\f\r]+/g, ' ');
    const words = text.trim();
    if (words === '') {
      this.space += text;
      return;
    }
    const start = text.length - text.trimStart().length;
    this.space += text.slice(0, start);
    this.enter(marks);
    this.words += words;
    this.space = text.slice(start + words.length);
  }

  /** Adds an image; of the elements around it only a link matters, and that holds nothing else. */
  image(tag: string, marks: readonly Mark[]): void {
    this.leave(0);
    this.enter(marks.filter((mark) => mark.name === 'a'));
    this.writeWords();
    this.html += tag;
    this.leave(0);
  }

  /** Ends the line; a heading has only one, so there it is a space. */
  lineBreak(): void {
    if (!this.inBlock) return;
    if (this.block !== 'p') {
      this.space += ' ';
      return;
    }
    this.leave(0);
    this.writeWords();
    this.html += '<br>';
  }

  /** Ends the paragraph; the text that follows opens an element of the name `next`. */
  startBlock(next = 'p'): void {
    if (this.inBlock) {
      this.leave(0);
      this.writeWords();
      this.html += `</${this.block}>`;
    }
    this.inBlock = false;
    this.block = next;
    this.space = '';
  }

  /** Ends the paragraph and writes a tag or an element that stands between paragraphs. */
  between(html: string): void {
    this.startBlock();
    this.html += html;
  }

  /** All that was written. Longer white space than any text has would make turndown's own trimming quadratic. */
  end(): string {
    this.startBlock();
    return this.html.replace(/\s{100,}/g, (run) => run.slice(0, 100));
  }

  private enter(marks: readonly Mark[]): void {
    if (!this.inBlock) {
      this.html += `<${this.block}>`;
      this.inBlock = true;
    }
    this.leave(sharedCount(this.open, marks));
    this.words += this.space;
    this.space = '';
    for (const mark of marks.slice(this.open.length)) {
      this.writeWords();
      this.html += mark.tag;
    }
    this.open = marks;
  }

  /** Closes the open elements but the first `count`. */
  private leave(count: number): void {
    if (count === this.open.length) return;
    this.writeWords();
    for (const mark of this.open.slice(count).reverse()) this.html += `</${mark.name}>`;
    this.open = this.open.slice(0, count);
  }

  private writeWords(): void {
    const linked = this.open.some((mark) => mark.name === 'a');
    this.html += linked ? escapeHtml(this.words) : linkBareUrls(this.words);
    this.words = '';
  }
}

/** How many of the open elements, from the outermost, a text inside `wanted` stands in too. */
function sharedCount(open: readonly Mark[], wanted: readonly Mark[]): number {
  const different = open.findIndex((mark, index) => mark.tag !== wanted[index]?.tag);
  return different === -1 ? open.length : different;
}
