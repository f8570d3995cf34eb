import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatFrontMatter, type FrontMatter } from '../../src/post/front-matter.js';

const IMAGE = 'https://n.sinaimg.cn/finance/cece9e13/20200514/343233024.png';
const fields: FrontMatter = {
  title: '公安部：推动国际执法合作打击电信网络诈骗',
  categories: ['金融', '新浪财经', '新浪财经－国內'],
  headimg: IMAGE,
  author: '新浪财经',
  comments: false,
  date: new Date('2022-07-25T02:54:50Z'),
  thumbnail: IMAGE,
};
const readBack = (block: string, version: '1.1' | '1.2' = '1.2'): FrontMatter => parse(block.slice(4, -4), { version }) as FrontMatter;

describe('front matter', () => {
  it('has the form of the format document byte for byte', () => {
    const expected = readFileSync(new URL('../../fixtures/front-matter/hexo.yaml', import.meta.url), 'utf8');
    expect(formatFrontMatter(fields)).toBe(expected);
  });

  const titles = [
    `it's "both"`, `'quoted'`, '"quoted"', 'a: b', '---', '--- # x', '😀 表情 👨‍👩‍👧', '长'.repeat(300), '1234567890', '- 项目', '@某人', '%5', 'C:\\路径\\n',
    '第一行\n第二行', 'a \n b', '\ttab', 'yes', 'null', '12:30', '1_000', '2022-07-25', '~', '', ' 前后有空格 ', '#话题#', '*ST示例', '&amp;', '!tag', '|', '>', '{{ x }}', '{% x %}', '\u0085', '\u2028', '\ufeff', '\u0000\u001b',
  ];
  it.each(titles)('gives the title %j back', (title) => {
    const block = formatFrontMatter({ ...fields, title });
    expect(readBack(block).title).toBe(title);
    expect(readBack(block, '1.1').title).toBe(title);
  });

  it('gives any title, author and categories back to YAML 1.1 and 1.2 readers, and never ends early', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(...`'"\\:-@%#&*!|>{}[],?~ \n\t=：中\u0085\u2028`.match(/./gsu) ?? []), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })), maxLength: 60 });
    fc.assert(fc.property(text, text, fc.array(text, { maxLength: 4 }), (title, author, categories) => {
      const block = formatFrontMatter({ ...fields, title, author, categories });
      expect(block.split('\n').filter((line) => line === '---')).toHaveLength(2);
      for (const version of ['1.1', '1.2'] as const) {
        const back = readBack(block, version);
        expect([back.title, back.author, back.categories]).toEqual([title, author, categories]);
      }
    }), { numRuns: 500 });
  });

  it('writes an absent picture as an empty text', () => {
    expect(formatFrontMatter({ ...fields, headimg: '' })).toContain("headimg: ''\n");
  });
});
