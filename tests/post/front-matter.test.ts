import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatFrontMatter } from '../../src/post/front-matter.js';
import { Quoted, Timestamp } from '../../src/post/value.js';

const VERSIONS = ['1.1', '1.2'] as const;
const readBack = (block: string, version: '1.1' | '1.2' = '1.2'): unknown => parse(block.slice(4, -4), { version });

describe('front matter', () => {
  const texts = [
    `it's "both"`, `'quoted'`, '"quoted"', 'a: b', '---', '--- # x', '😀 表情 👨‍👩‍👧', '长'.repeat(300), '1234567890', '- 项目', '@某人', '%5', 'C:\\路径\\n',
    '第一行\n第二行', 'a \n b', '\ttab', 'yes', 'null', '12:30', '1_000', '2022-07-25', '~', '', ' 前后有空格 ', '#话题#', '*ST示例', '&amp;', '!tag', '|', '>', '{{ x }}', '{% x %}', '\u0085', '\u2028', '\ufeff', '\u0000\u001b',
  ];
  it.each(texts)('gives the text %j back', (text) => {
    const block = formatFrontMatter([['title', new Quoted(text)], ['author', text]]);
    for (const version of VERSIONS) expect(readBack(block, version)).toEqual({ title: text, author: text });
  });

  it('gives any texts, lists and maps back to YAML 1.1 and 1.2 readers, and never ends early', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(...`'"\\:-@%#&*!|>{}[],?~ \n\t=：中\u0085\u2028`.match(/./gsu) ?? []), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })), maxLength: 60 });
    fc.assert(fc.property(text, text, fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 2 }), (title, author, categories, images) => {
      const block = formatFrontMatter([['title', new Quoted(title)], ['author', author], ['categories', categories], ['cover', { images: images.map((image) => new Quoted(image)) }]]);
      expect(block.split('\n').filter((line) => line === '---')).toHaveLength(2);
      for (const version of VERSIONS) expect(readBack(block, version)).toEqual({ title, author, categories, cover: { images } });
    }), { numRuns: 500 });
  });

  it('writes truth, numbers and nothing as what they are, and a point in time without quotes', () => {
    const block = formatFrontMatter([['comments', false], ['weight', 1.5], ['layout', null], ['date', new Timestamp('2022-07-25T10:54:50+08:00')]]);
    expect(block).toBe('---\ncomments: false\nweight: 1.5\nlayout: null\ndate: 2022-07-25T10:54:50+08:00\n---\n');
    expect(readBack(block, '1.1')).toMatchObject({ date: new Date('2022-07-25T02:54:50Z') });
  });

  it('writes an absent picture as an empty text', () => {
    expect(formatFrontMatter([['headimg', new Quoted('')]])).toContain("headimg: ''\n");
  });
});
