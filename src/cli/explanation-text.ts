import type { Explanation, Found, Removed } from '../article/explanation.js';
import { messages } from '../messages/messages.js';
import { printable } from './terminal.js';

const LABEL_WIDTH = 13;

/** An explanation for people: its parts in the order of the work, a line each, the name of the part in front. */
export function explanationText(explanation: Explanation): string {
  const { page, charset, pages, body, fields, candidates, removed, article, refused } = explanation;
  return [
    line('page', page),
    ...pages.map((url) => line('page', url)),
    charset ? line('charset', messages.explain.charset(charset.value, charset.place)) : '',
    ruleLines(explanation),
    ...candidates.map(({ element, score }) => line('candidate', messages.explain.weighed(element, score))),
    foundLine('body', body),
    ...Object.entries(fields).map(([field, found]) => foundLine(field, found)),
    ...repeated(removed.filter(isSeen).map(removedLines)),
    emptyLine(removed.filter((what) => !isSeen(what)).length),
    article ? line('article', messages.explain.size(article.characters, article.pictures)) : '',
    refused ? line('refused', messages.explain.refused(refused.reason, refused.message)) : '',
  ].join('');
}

/** Pages repeat a button for every comment; once is enough. */
function repeated(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, times]) => (times === 1 ? text : text + line('', messages.explain.times(times))));
}

/** With the rule that was used, or with those that came near where none was. */
function ruleLines({ rule, rules, charset }: Explanation): string {
  if (charset === undefined) return '';
  const used = rules.find(({ id }) => id === rule);
  if (used) return line('rule', messages.explain.rule(used.id, used.holds));
  const near = rules.filter(({ holds }) => holds.length > 0).map(({ id, holds, fails }) => line('', messages.explain.nearRule(id, holds, fails)));
  return line('rule', messages.explain.generic) + near.join('');
}

function removedLines({ why, detail, element, start, characters, pictures }: Removed): string {
  return line('removed', messages.explain.removed(element, messages.explain.size(characters, pictures), start)) + line('', messages.explain.because(why, detail));
}

const isSeen = ({ characters, pictures }: Removed): boolean => characters + pictures > 0;
const emptyLine = (number: number): string => (number > 0 ? line('removed', messages.explain.removedEmpty(number)) : '');
const foundLine = (label: string, found: Found | undefined): string => (found ? line(label, messages.explain.found(found.value, found.place)) : '');
const line = (label: string, text: string): string => `${label.padEnd(LABEL_WIDTH)}${printable(text)}\n`;
