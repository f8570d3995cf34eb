import { escapeHtml } from '../../html.js';
import { parseJson } from '../metadata/json-ld.js';
import { member, objectInScript, textMember } from '../rules/script-object.js';
import { proseOf } from './measure.js';

/** Under which names the data of a page keep the text of a paragraph. */
const TEXTS = ['text', 'content', 'value', 'html', 'paragraph', 'body'];
/** Under which they keep the parts of one. */
const PARTS = ['children', 'content', 'model', 'data', 'blocks', 'props', 'runs', 'spans'];
const PICTURES = ['src', 'url', 'image', 'imageUrl'];
const PICTURE = /^(?:https?:)?\/\/\S{1,500}\.(?:jpe?g|png|webp|gif|avif)(?:$|[?!@])/i;
/** What other people wrote, and other articles. */
const FOREIGN = /comment|repl(?:y|ies)|relat|recommend|hot|rank|footer|menu|nav/i;
/** Scripts and lists beyond these are no articles. */
const SCRIPT_LENGTH = 2_000_000;
const DEPTH = 12;
const ITEMS = 2000;
const VALUES = 50_000;
/** The longest ones of a script are looked at. */
const LISTS = 5;
const LEAST_PARAGRAPHS = 2;
/** A global variable that holds the data of a page. */
const ASSIGNED = /(?:window\.|var |let |const )\s{0,9}(\w{3,40})\s{0,9}=\s{0,9}\{/;

/**
 * The texts that a page keeps as data for its script: lists of paragraphs, whether plain texts or objects with one, and
 * texts of several lines. As HTML, one for each list, the longest first.
 */
export function textsInData(script: string, isJson: boolean): string[] {
  if (script.length > SCRIPT_LENGTH) return [];
  const name = ASSIGNED.exec(script)?.[1];
  const data = isJson ? parseJson(script) : name && objectInScript(script, name);
  const found: string[] = [];
  let left = VALUES;
  visit(data, 0);
  return found.sort((a, b) => b.length - a.length).slice(0, LISTS);

  function visit(value: unknown, depth: number): void {
    if (depth > DEPTH || (left -= 1) < 0) return;
    if (typeof value === 'string') addList(value.includes('\n') && !/<[a-z/!]/i.test(value) ? value.split(/\n+/) : []);
    else if (Array.isArray(value)) {
      addList(value.slice(0, ITEMS));
      for (const item of value) visit(item, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (!FOREIGN.test(key)) visit(inner, depth + 1);
    }
  }

  function addList(items: readonly unknown[]): void {
    if (items.some(isCard)) return;
    const paragraphs = items.map((item) => paragraphOf(item, 0));
    if (paragraphs.filter((text) => proseOf({ text: bare(text), linked: 0 }) > 0).length >= LEAST_PARAGRAPHS) found.push(paragraphs.filter((text) => text !== '').map(asHtml).join('\n'));
  }
}

/** A title with an address leads to another article. */
const isCard = (item: unknown): boolean => textMember(item, 'title') !== '' && ['url', 'link', 'href', 'id', 'slug'].some((name) => member(item, name) !== undefined);

/** The text of one item, or its picture as a tag; empty for anything else. */
function paragraphOf(item: unknown, depth: number): string {
  if (typeof item === 'string') return item.trim();
  if (depth > DEPTH || typeof item !== 'object' || item === null) return '';
  if (Array.isArray(item)) return item.slice(0, ITEMS).map((part) => paragraphOf(part, depth + 1)).join('');
  const text = TEXTS.map((name) => textMember(item, name)).find((value) => value !== '');
  if (text !== undefined) return text;
  const picture = PICTURES.map((name) => textMember(item, name)).find((value) => PICTURE.test(value));
  if (picture !== undefined) return `<img src="${escapeHtml(picture)}">`;
  return PARTS.map((name) => paragraphOf(member(item, name), depth + 1)).find((value) => value !== '') ?? '';
}

const bare = (text: string): string => text.replace(/<[^<>]{0,1000}>/g, '');

const asHtml = (text: string): string => (/^<(?:p|h[1-6]|figure|ul|ol|blockquote|div)\b/i.test(text) ? text : `<p>${/<\/?[a-z]/i.test(text) ? text : escapeHtml(text)}</p>`);
