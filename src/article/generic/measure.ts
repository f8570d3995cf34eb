import { isTag, isText, type Element } from 'domhandler';

/** How much of what an element holds, in characters without white space. */
export interface Measure {
  text: number;
  /** Of it, inside links. */
  linked: number;
  /** Of it, in lines that read as sentences and are not mostly links. */
  prose: number;
  links: number;
  pictures: number;
}

/** A line of text directly in a block element: inline elements are part of it, other blocks and `<br>` end it. */
export interface Line {
  text: string;
  linked: number;
}

/** Measures of all elements, and the lines that stand in each block element itself. */
export interface Measures {
  of(element: Element): Measure;
  linesOf(element: Element): readonly Line[];
}

/** Elements that are part of a sentence; all others are blocks. */
export const INLINE: ReadonlySet<string> = new Set([
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark', 'q',
  'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'br',
]);
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'select', 'button', 'textarea', 'svg', 'object']);

/** A line of fewer characters is a label, a date or a name. */
const LEAST_PROSE = 8;
/** Share of link text from which on a line leads elsewhere. */
const LINKED = 0.5;
const SENTENCE = /[。！？；，、…!?;,]|\.(?:\s|$)/u;
/** A line this long is a sentence whatever signs it has. */
const LONG_LINE = 40;
/** Numbers of licences, rights and telephones look like sentences. */
const LEGAL = /(?:ICP备|ICP证|许可证|公网安备|版权所有|All Rights Reserved|Copyright\s*(?:©|\(c\)))/iu;

const NOTHING: Measure = { text: 0, linked: 0, prose: 0, links: 0, pictures: 0 };

/** Measures what stands under `root`; elements for which `isForeign` holds count as if they were not there. */
export function measure(root: Element, isForeign: (element: Element) => boolean = () => false): Measures {
  const measures = new Map<Element, Measure>();
  const lines = new Map<Element, Line[]>();
  visitBlock(root, false);
  return { of: (element) => measures.get(element) ?? NOTHING, linesOf: (element) => lines.get(element) ?? [] };

  function visitBlock(block: Element, inLink: boolean): Measure {
    const total = { ...NOTHING };
    const own: Line[] = [{ text: '', linked: 0 }];
    visitChildren(block, total, own, inLink);
    const filled = own.filter((line) => line.text.trim() !== '');
    lines.set(block, filled);
    for (const line of filled) addLine(total, line);
    measures.set(block, total);
    return total;
  }

  function visitChildren(parent: Element, total: Measure, own: Line[], inLink: boolean): void {
    for (const child of parent.children) {
      const line = own.at(-1);
      if (isText(child) && line) {
        line.text += child.data;
        if (inLink) line.linked += count(child.data);
      } else if (isTag(child) && !isUnseen(child) && !isForeign(child)) visitElement(child, total, own, inLink);
    }
  }

  function visitElement(element: Element, total: Measure, own: Line[], inLink: boolean): void {
    if (element.name === 'br') own.push({ text: '', linked: 0 });
    else if (element.name === 'img') total.pictures += 1;
    else if (INLINE.has(element.name)) {
      if (element.name === 'a') total.links += 1;
      visitChildren(element, total, own, inLink || element.name === 'a');
    } else {
      add(total, visitBlock(element, inLink));
      own.push({ text: '', linked: 0 });
    }
  }
}

const isUnseen = ({ name, attribs }: Element): boolean => UNSEEN.has(name) || 'hidden' in attribs || /display\s*:\s*none/i.test(attribs.style ?? '');

/** Characters of a line that read as a sentence; 0 for a label, for links and for the small print of a site. */
export function proseOf({ text, linked }: Line): number {
  const length = count(text);
  if (length < LEAST_PROSE || linked / length > LINKED || (length < LONG_LINE && !SENTENCE.test(text)) || LEGAL.test(text)) return 0;
  return length - linked;
}

function addLine(total: Measure, line: Line): void {
  total.text += count(line.text);
  total.linked += line.linked;
  total.prose += proseOf(line);
}

function add(total: Measure, part: Measure): void {
  total.text += part.text;
  total.linked += part.linked;
  total.prose += part.prose;
  total.links += part.links;
  total.pictures += part.pictures;
}

const count = (text: string): number => text.replace(/\s+/gu, '').length;
