import { isTag, isText, type AnyNode, type Element, type Text } from 'domhandler';
import { escapeHtml } from '../../html.js';
import { absoluteUrl, withoutTracking } from '../../url.js';
import { renderBlocks, type Block } from './block.js';
import { PLAIN, collapseSpace, renderRuns, runsText, splitParagraphs, type Format, type Mark, type Run } from './inline.js';
import { joinNoteNumbers, noteLink } from './notes.js';
import { lonePictures } from './noscript.js';
import { pictureOf } from './picture.js';
import { tableBlock } from './table.js';
import type { Trace } from '../trace.js';

/** What the walk needs to know of the page around a body. */
export interface Page {
  /** Base for relative addresses. */
  url: string;
  /** True for a link that the site put onto a word of its own accord: its text stays, the link goes. */
  isAutomaticLink: (link: Element) => boolean;
  trace?: Trace | undefined;
}

const DROPPED = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'video', 'audio', 'svg', 'canvas', 'button', 'input', 'select', 'textarea', 'link', 'meta', 'head', 'title', 'map']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'figure', 'center', 'address', 'dl', 'dt', 'dd', 'fieldset', 'details', 'summary', 'form', 'body', 'html', 'li', 'tbody', 'tr', 'td', 'th', 'caption']);
const MARK_TAGS: ReadonlyMap<string, Mark> = new Map([['strong', 'strong'], ['b', 'strong'], ['em', 'em'], ['i', 'em'], ['cite', 'em'], ['sub', 'sub'], ['sup', 'sup'], ['code', 'code']]);
const CAPTION_CLASSES = /(^|\s)(img_descr|art_img_tit|wp-caption-text|picIntro|pictext)(\s|$)/;
/** Deeper than any article; Markdown takes no more than 200 levels. */
const DEPTH_LIMIT = 180;

/**
 * Reads the children of `parent` as a flat list of blocks: paragraphs, headings, figures, lists, quotes, tables.
 * @param depth how deep `parent` itself stands in the article
 * @throws RangeError if elements are nested more than 180 levels deep
 */
export function readBlocks(parent: Element, page: Page, depth = 0): Block[] {
  const reader = new BlockReader(page, parent);
  reader.readChildren(parent, PLAIN, depth);
  return reader.finish();
}

class BlockReader {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];

  /** @param container the block element around what is read */
  constructor(private readonly page: Page, private container?: Element) {}

  finish(): Block[] {
    this.flush();
    return joinNoteNumbers(this.blocks);
  }

  readChildren(parent: Element, format: Format, depth: number): void {
    if (depth > DEPTH_LIMIT) throw new RangeError(`elements nested more than ${DEPTH_LIMIT} levels deep`);
    for (const child of parent.children) this.readNode(child, format, depth + 1);
  }

  private readNode(node: AnyNode, format: Format, depth: number): void {
    if (isText(node)) this.runs.push({ text: (isIndented(node) ? '\u3000' : '') + collapseSpace(node.data), format });
    else if (isTag(node) && isHidden(node)) this.page.trace?.removed('hidden', node.name, node);
    else if (isTag(node)) this.readElement(node, format, depth);
  }

  private readElement(element: Element, format: Format, depth: number): void {
    const { name } = element;
    if (name === 'img') this.readPicture(element);
    else if (name === 'noscript') this.readFallback(element);
    else if (name === 'hr') this.add({ tag: 'hr', html: '', text: '' });
    else if (name === 'table') this.readTable(element, format, depth);
    else if (name === 'ul' || name === 'ol') this.readList(element, name, depth);
    else if (name === 'blockquote') this.readQuote(element, depth);
    else if (name === 'pre') this.readPreformatted(element);
    else if (name === 'figcaption' || CAPTION_CLASSES.test(element.attribs.class ?? '')) this.readCaption(element, depth);
    else if (/^h[1-6]$/.test(name)) this.readHeading(element, depth);
    else if (BLOCKS.has(name)) this.readContainer(element, formatOf(element, format), depth);
    else this.readInline(element, format, depth);
  }

  private readContainer(element: Element, format: Format, depth: number): void {
    this.flush();
    const outer = this.container;
    this.container = element;
    this.readChildren(element, format, depth);
    this.flush();
    this.container = outer;
  }

  private readInline(element: Element, format: Format, depth: number): void {
    if (element.name === 'a') this.readLink(element, format, depth);
    else if (element.name === 'q') this.readQuotation(element, format, depth);
    else if (element.name === 'br') this.runs.push({ text: '\n', format });
    else this.readChildren(element, formatOf(element, format), depth);
  }

  private readLink(element: Element, format: Format, depth: number): void {
    const note = noteLink(element);
    if (note === 'back') return;
    const url = this.page.isAutomaticLink(element) ? undefined : absoluteUrl(element.attribs.href ?? '', this.page.url);
    const linked = url ? { ...format, href: withoutTracking(url).href } : format;
    this.readChildren(element, note ? { ...linked, marks: new Set([...format.marks, 'sup']) } : linked, depth);
  }

  /** Browsers put quotation marks around it. */
  private readQuotation(element: Element, format: Format, depth: number): void {
    this.runs.push({ text: '“', format });
    this.readChildren(element, format, depth);
    this.runs.push({ text: '”', format });
  }

  private readPicture(element: Element): void {
    const picture = pictureOf(element, this.page.url);
    if (!picture) {
      this.page.trace?.removed('icon', element.attribs.src ?? '', element);
      return;
    }
    const html = `<img src="${escapeHtml(picture.src)}" alt="${escapeHtml(picture.alt)}">`;
    this.add({ tag: 'figure', html, text: '' });
  }

  /** What stands beside pictures that were read already is theirs. */
  private readFallback(noscript: Element): void {
    const pictures = lonePictures(noscript);
    if (pictures.length === 0) this.page.trace?.removed('hidden', 'noscript', noscript);
    for (const picture of pictures) this.readPicture(picture);
  }

  /** A caption belongs to the picture right above it; without one it is a paragraph. */
  private readCaption(element: Element, depth: number): void {
    this.flush();
    const figure = this.blocks.at(-1);
    this.readChildren(element, PLAIN, depth);
    const runs = splitParagraphs(this.runs).flat();
    const caption = runsText(runs);
    if (figure?.tag !== 'figure' || figure.text !== '') {
      this.flush();
      return;
    }
    this.runs = [];
    if (caption === '') return;
    figure.text = caption;
    figure.html = figure.html.replace(/alt="[^"]*"/, () => `alt="${escapeHtml(caption)}"`);
    figure.html += `<figcaption>${renderRuns(runs)}</figcaption>`;
  }

  private readHeading(element: Element, depth: number): void {
    this.flush();
    this.readChildren(element, PLAIN, depth);
    // The post's title is its only h1.
    this.flush(element.name === 'h1' ? 'h2' : element.name);
  }

  /** What stands in a list outside of its items is an item too, as browsers show it. */
  private readList(element: Element, tag: string, depth: number): void {
    const items = element.children.map((child) => this.readItem(child, depth)).filter((blocks) => blocks.length > 0);
    if (items.length === 0) return;
    const html = items.map((blocks) => `<li>${blocks.length === 1 && blocks[0]?.tag === 'p' ? blocks[0].html : renderBlocks(blocks)}</li>`).join('');
    const start = /^\s*(\d{1,6})\s*$/.exec(tag === 'ol' ? (element.attribs.start ?? '') : '')?.[1];
    this.add({ tag, html, text: joinTexts(items.flat()), ...(start !== undefined && start !== '1' && { start: Number(start) }) });
  }

  private readItem(child: AnyNode, depth: number): Block[] {
    if (isTag(child) && child.name === 'li') return readBlocks(child, this.page, depth);
    const reader = new BlockReader(this.page);
    reader.readNode(child, PLAIN, depth + 1);
    return reader.finish();
  }

  private readQuote(element: Element, depth: number): void {
    const blocks = readBlocks(element, this.page, depth);
    if (blocks.length > 0) this.add({ tag: 'blockquote', html: renderBlocks(blocks), text: joinTexts(blocks), origin: element });
  }

  private readPreformatted(element: Element): void {
    const text = rawText(element).replace(/^\n|\n$/g, '');
    if (text.trim() !== '') this.add({ tag: 'pre', html: `<code>${escapeHtml(text)}</code>`, text });
  }

  private readTable(element: Element, format: Format, depth: number): void {
    this.flush();
    const table = tableBlock(element, (cell) => readBlocks(cell, this.page, depth));
    if (table === 'layout') this.readChildren(element, format, depth);
    else if (table) this.add(table);
    this.flush();
  }

  private add(block: Block): void {
    this.flush();
    this.blocks.push(block);
  }

  private flush(tag = 'p'): void {
    for (const runs of splitParagraphs(this.runs)) {
      this.blocks.push({ tag, html: renderRuns(runs), text: runsText(runs), ...(this.container && { origin: this.container }) });
    }
    this.runs = [];
  }
}

/** True for a text that no-break spaces indent behind a line break: a paragraph begins there. */
const isIndented = ({ prev, data }: Text): boolean => prev !== null && isTag(prev) && prev.name === 'br' && /^\s{0,9}\u00a0{2}/.test(data);

const joinTexts = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join('\n');

const formatOf = (element: Element, format: Format): Format => ({ ...format, marks: marksOf(element, format.marks) });

/** The marks inside an element that stands inside `outer`: its tag sets one, its style sets or lifts them. */
function marksOf({ name, attribs }: Element, outer: ReadonlySet<Mark>): ReadonlySet<Mark> {
  const tag = MARK_TAGS.get(name);
  const style = attribs.style ?? '';
  // Sina's editor marks bold text by its own attribute, other editors by style.
  const isBold = /\bstrong-Bold\b/.test(attribs['cms-style'] ?? '') || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
  const marks = new Set(outer);
  if (tag) marks.add(tag);
  if (isBold) marks.add('strong');
  if (/font-style\s*:\s*(?:italic|oblique)/i.test(style)) marks.add('em');
  if (/font-weight\s*:\s*(?:normal|lighter|[1-5]00)/i.test(style)) marks.delete('strong');
  if (/font-style\s*:\s*normal/i.test(style)) marks.delete('em');
  return marks;
}

function isHidden({ name, attribs }: Element): boolean {
  return DROPPED.has(name) || 'hidden' in attribs || /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs.style ?? '');
}

function rawText(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : isTag(child) ? (child.name === 'br' ? '\n' : rawText(child)) : '')).join('');
}
