import { Parser } from 'htmlparser2';
import { NewsScrapeError } from '../errors.js';
import { escapeHtml } from '../html.js';
import { messages } from '../messages/messages.js';
import { oneLine } from './text.js';

/** A feed as a list of subscriptions has it. */
export interface OpmlFeed {
  /** The address as it is written there. */
  address: string;
  title: string;
  /** Titles of the outlines around it, the outermost first, and its categories. */
  groups: readonly string[];
}

/** More than any person reads; a list for a program to choke on has more. */
const MOST_OUTLINES = 5_000;
const DEEPEST = 50;

/**
 * The feeds of a list in OPML 1.0 or 2.0 (http://opml.org/spec2.opml), in its order; those that stand there several times
 * too. Entities that a DOCTYPE declares are not expanded.
 * @param name what messages call it
 * @throws NewsScrapeError `opml_unreadable` for what is no OPML, ends early, or has outlines without end
 */
export function readOpml(text: string, name: string): OpmlFeed[] {
  const refuse = (detail: string): never => {
    throw new NewsScrapeError('opml_unreadable', { file: name, detail });
  };
  const feeds: OpmlFeed[] = [];
  const outer: string[] = [];
  const open: string[] = [];
  let count = 0;
  let tags = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      open.push(tag.toLowerCase());
      tags += 1;
      if (open[0] !== 'opml') refuse(messages.feeds.noOpml(`<${tag}>`));
      if (open.at(-1) !== 'outline') return;
      if ((count += 1) > MOST_OUTLINES || open.length > DEEPEST) refuse(messages.feeds.endlessOpml(MOST_OUTLINES, DEEPEST));
      const { address, title, categories } = outlineOf(attributes);
      if (address !== '') feeds.push({ address, title, groups: [...new Set([...outer, ...categories])].filter((group) => group !== '') });
      outer.push(address === '' ? title : '');
    },
    onclosetag() {
      if (open.pop() === 'outline') outer.pop();
    },
  }, { xmlMode: true });
  parser.end(text);
  if (tags === 0) refuse(messages.feeds.noOpml(oneLine(text.slice(0, 40))));
  if (!/<\/opml\s*>/i.test(text)) refuse(messages.feeds.cutOpml);
  return feeds;
}

/** Programs differ in how they write the names of attributes. */
function outlineOf(attributes: Readonly<Record<string, string>>): { address: string; title: string; categories: string[] } {
  const named = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), oneLine(value)]));
  const categories = (named.get('category') ?? '').split(',').map((category) => category.replace(/^\/|\/$/g, '').trim());
  return { address: named.get('xmlurl') ?? '', title: ['title', 'text'].map((key) => named.get(key) ?? '').find((text) => text !== '') ?? '', categories };
}

/**
 * A list of subscriptions in OPML 2.0. A feed stands in an outline of its first group; all its groups are its categories.
 * @param feeds `address` absolute
 */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const groups = [...new Set(feeds.map(({ groups: [first] }) => first))];
  const lines = groups.flatMap((group) => {
    const outlines = feeds.filter(({ groups: [first] }) => first === group).map(outline);
    return group === undefined ? outlines.map((line) => `    ${line}`) : [`    <outline${attributes({ text: group })}>`, ...outlines.map((line) => `      ${line}`), '    </outline>'];
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', '  <head>', `    <title>${escapeHtml(title)}</title>`, '  </head>', '  <body>', ...lines, '  </body>', '</opml>', ''].join('\n');
}

const outline = ({ address, title, groups }: OpmlFeed): string =>
  `<outline${attributes({ type: 'rss', text: title, xmlUrl: address, ...(groups.length > 0 && { category: groups.map((group) => `/${group}`).join(',') }) })}/>`;

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values).map(([name, value]) => ` ${name}="${escapeHtml(oneLine(value))}"`).join('');
