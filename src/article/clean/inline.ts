import { escapeHtml } from '../../html.js';

/** What may be said of a piece of text, in the order in which the tags nest. */
export const MARKS = ['strong', 'em', 'sub', 'sup', 'code'] as const;
export type Mark = (typeof MARKS)[number];

/** How a piece of text is set; empty for plain text. */
export interface Format {
  marks: ReadonlySet<Mark>;
  /** Absolute http(s) address, if the text is a link. */
  href?: string;
}

/** Text of one format. `\n` is a line break; all other white space is as a reader sees it. */
export interface Run {
  text: string;
  format: Format;
}

export const PLAIN: Format = { marks: new Set() };

/** Spaces that indent and pad: ASCII white space, no-break, ideographic and zero-width ones. */
const EDGE = '[\\s\\u00a0\\u3000\\u200b\\u2060\\ufeff]';
const LEADING = new RegExp(`^${EDGE}+`, 'u');
const AROUND_BREAK = new RegExp(`(?:(?<![^\\S\\n\\u3000])[^\\S\\n\\u3000]+)?\\n${EDGE}*`, 'gu');

/** The text without the white space around it, indents included. */
export function trimText(text: string): string {
  return trimEnd(text.replace(LEADING, ''));
}

/** Loops from the end, since a regular expression anchored there is quadratic on long runs of spaces. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && LEADING.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Collapses HTML white space and no-break spaces as a browser would, keeping `\n` free for line breaks. */
export function collapseSpace(text: string): string {
  return text.replace(/[^\S\u3000\ufeff]+/gu, ' ').replace(/[\u200b\ufeff]|[^\P{Cc}\n]/gu, '');
}

/**
 * Splits runs into paragraphs at empty lines, and at line breaks that are followed by an indent: both are how pages
 * without `<p>` set paragraphs apart. Each paragraph is trimmed; empty ones vanish.
 */
export function splitParagraphs(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  for (const run of joinBreaks(runs)) {
    const [first = '', ...rest] = run.text.split(/\n\n+|\n(?=\u3000)/);
    paragraphs.at(-1)?.push({ ...run, text: first });
    for (const text of rest) paragraphs.push([{ ...run, text }]);
  }
  return paragraphs.map(trimRuns).filter((paragraph) => paragraph.length > 0);
}

/** Moves line breaks that stand at the border of two runs together, so that each is seen with what follows it. */
function joinBreaks(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  let pending = '';
  for (const run of runs) {
    const text = (pending + run.text).replace(/(?:(?<![^\S\n\u3000])[^\S\n\u3000]+)?\n[^\S\n\u3000]*/gu, '\n');
    const breaks = /(?<!\n)\n*$/.exec(text)?.[0] ?? '';
    // Two end a paragraph as well as any number does; carried along, thousands would take quadratic time.
    pending = breaks.slice(0, 2);
    joined.push({ ...run, text: text.slice(0, text.length - breaks.length) });
  }
  return joined;
}

/** Trims a paragraph at both ends and around line breaks, and joins neighbours of one format. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const trimmed: Run[] = [];
  let atStart = true;
  // Told by each piece: to ask a text that grows by thousands of them takes quadratic time.
  let endsInSpace = false;
  for (const run of runs) {
    let text = run.text.replace(AROUND_BREAK, '\n');
    if (atStart) text = text.replace(LEADING, '');
    if (text === '') continue;
    atStart = text.endsWith('\n');
    const last = trimmed.at(-1);
    const added: string = endsInSpace && text.startsWith(' ') ? text.slice(1) : text;
    const isJoined = last !== undefined && sameFormat(last.format, run.format);
    if (isJoined) last.text += added;
    else trimmed.push({ text: added, format: run.format });
    if (added !== '' || !isJoined) endsInSpace = added.endsWith(' ');
  }
  return trimTail(trimmed);
}

function trimTail(runs: Run[]): Run[] {
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    last.text = trimEnd(last.text);
    if (last.text !== '') break;
    runs.pop();
  }
  return runs;
}

function sameFormat(a: Format, b: Format): boolean {
  return a.href === b.href && a.marks.size === b.marks.size && [...a.marks].every((mark) => b.marks.has(mark));
}

/** The runs' text as a reader sees it, without format. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The runs as HTML: links outermost, then the marks in their order, each opened as seldom as possible. */
export function renderRuns(runs: readonly Run[]): string {
  return groupRuns(runs, (run) => run.format.href ?? '')
    .map(([href, group]) => (href === '' ? renderMarks(group, MARKS) : `<a href="${escapeHtml(href)}">${renderMarks(group, MARKS)}</a>`))
    .join('');
}

function renderMarks(runs: readonly Run[], marks: readonly Mark[]): string {
  const [mark, ...inner] = marks;
  if (mark === undefined) return runs.map((run) => escapeHtml(run.text).replaceAll('\n', '<br>')).join('');
  return groupRuns(runs, (run) => run.format.marks.has(mark))
    .map(([marked, group]) => (marked ? `<${mark}>${renderMarks(group, inner)}</${mark}>` : renderMarks(group, inner)))
    .join('');
}

function groupRuns<Key>(runs: readonly Run[], keyOf: (run: Run) => Key): [Key, Run[]][] {
  const groups: [Key, Run[]][] = [];
  for (const run of runs) {
    const key = keyOf(run);
    const last = groups.at(-1);
    if (last?.[0] === key) last[1].push(run);
    else groups.push([key, [run]]);
  }
  return groups;
}
