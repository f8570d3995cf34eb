import type { Removal } from '../article/explanation.js';

const count = (number: number, noun: string): string => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
const list = (selectors: readonly string[]): string => (selectors.length > 0 ? selectors.join(' and ') : 'nothing');

/** Why something of a page is no part of its article. */
const removals: Record<Removal, string> = {
  rule: 'the rule removes',
  outside: 'an element that never holds an article',
  addition: 'named like something that the page adds',
  link_list: 'a list of links',
  hidden: 'not shown, or no text',
  icon: 'an icon or spacer, or a picture without an address',
  sentence: 'a sentence that the site repeats:',
  editor: 'the editor line, which names',
  original_title: 'the title under which another medium had it',
  repeated_title: 'the title once more',
  repeated_caption: 'the caption of the table below it',
};

/** Words of `article --explain`, in English. */
export const enExplain = {
  charset: (name: string, from: string): string =>
    `${name}, ${from === 'guess' ? 'guessed from its letters' : from === 'bytes' ? 'as its bytes show' : 'as declared'}`,
  rule: (id: string, holds: readonly string[]): string => `${id}, because the page has ${list(holds)}`,
  generic: 'none; the generic extractor read it',
  nearRule: (id: string, holds: readonly string[], fails: readonly string[]): string => `${id} not: it has ${list(holds)} but not ${list(fails)}`,
  found: (value: string, place: string): string => (place ? `${value}  (${place})` : value),
  weighed: (element: string, score: number): string => `${element} weighs ${score}`,
  size: (characters: number, pictures: number): string => `${count(characters, 'character')}${pictures > 0 ? `, ${count(pictures, 'picture')}` : ''}`,
  removed: (element: string, size: string, start: string): string => `${element}, ${size}${start ? `: ${start}` : ''}`,
  because: (why: Removal, detail: string): string => `${removals[why]}${detail ? ` ${detail}` : ''}`,
  times: (number: number): string => `${number} times`,
  removedEmpty: (number: number): string => count(number, 'empty element'),
  refused: (reason: string, message: string): string => `${reason}: ${message}`,
};
