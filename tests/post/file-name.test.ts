import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameKey, postFileName, uniqueFileName, type NameForm, type NameParts } from '../../src/post/file-name.js';
import { parseNameTemplate, PLACEHOLDERS } from '../../src/post/name-template.js';
import { loadSlug } from '../../src/post/slug.js';

const date = new Date('2022-07-25T18:54:50Z');
const nameOf = (title: string): string => postFileName({ title, date, id: 'comos:abc' });
const bytes = (text: string): number => Buffer.byteLength(text);

describe('file name of a post', () => {
  it.each([
    ['公安部：推动国际执法合作', '2022-07-26-公安部：推动国际执法合作.md'],
    ['"券茅"业绩一枝独秀！', '2022-07-26-券茅-业绩一枝独秀！.md'],
    ['价格1049元/斤 涨50%', '2022-07-26-价格1049元-斤-涨50.md'],
    ['两年平均增长18.9%...', '2022-07-26-两年平均增长18.9.md'],
    ['-@%', expect.stringMatching(/^2022-07-26-[0-9a-f]{8}\.md$/)],
    ['', expect.stringMatching(/^2022-07-26-[0-9a-f]{8}\.md$/)],
    ['..\\..\\etc/passwd', '2022-07-26-etc-passwd.md'],
    ['家庭 👨‍👩‍👧 预算', '2022-07-26-家庭-👨‍👩‍👧-预算.md'],
    ['CON', '2022-07-26-CON.md'],
    ['零宽\u200b与\u202e反向', '2022-07-26-零宽-与-反向.md'],
  ])('of %j', (title, expected) => expect(nameOf(title)).toEqual(expected));

  it('has the day in China, not in the machine\'s zone', () => expect(nameOf('x')).toMatch(/^2022-07-26-/));

  it('is cut to 200 bytes between graphemes', () => {
    const family = '👨‍👩‍👧';
    const name = nameOf(family.repeat(30));
    expect(bytes(name)).toBeLessThanOrEqual(200);
    expect(name.slice(11, -3).replaceAll(family, '')).toBe('');
  });

  it('made unique stays within 200 bytes, differs by id, and is the same each time', () => {
    const name = nameOf('长'.repeat(300));
    const [a, b] = ['comos:a', 'comos:b'].map((id) => uniqueFileName(name, id));
    expect(a).not.toBe(b);
    expect(a).toBe(uniqueFileName(name, 'comos:a'));
    expect(bytes(a ?? '')).toBeLessThanOrEqual(200);
    expect(a?.endsWith('.md')).toBe(true);
  });

  it('has one key with names that Windows or macOS take for the same', () => {
    expect(fileNameKey('é.md')).toBe(fileNameKey('e\u0301.md'.toUpperCase()));
  });

  it('is safe on every system and in a shell pipeline, whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = nameOf(title);
      expect(bytes(name)).toBeLessThanOrEqual(200);
      expect(name).toMatch(/^2022-07-26-[^-.].*\.md$/su);
      expect(name).not.toMatch(/[\s<>:"/\\|?*%#'`$&;(){}[\]!~\p{Cc}\p{Cs}]/u);
      expect(name).toBe(name.normalize('NFC'));
    }), { numRuns: 500 });
  });
});

const slugOf = await loadSlug();
const formOf = (text: string, more: Partial<NameForm> = {}): NameForm => ({ template: parseNameTemplate(text) ?? [], slugOf, ...more });
const named = (template: string, parts: Partial<NameParts> = {}, more: Partial<NameForm> = {}): string =>
  postFileName({ title: '重庆银行：A股“券茅”', date, id: 'comos:nabc123', feed: 'sina/china', ...parts }, formOf(template, more));

describe('a file name by template', () => {
  it.each([
    ['{title}', '重庆银行：A股“券茅”.md'],
    ['{title}.md', '重庆银行：A股“券茅”.md'],
    ['{date}_{slug}', '2022-07-26_chong-qing-yin-hang-a-gu-quan-mao.md'],
    ['{feed}-{id}', 'sina-china-nabc123.md'],
    ['新闻 100% {date}', '新闻-100-2022-07-26.md'],
    ['_{id}', 'nabc123.md'],
  ])('%s', (template, expected) => expect(named(template)).toBe(expected));

  it('has the host of a feed that is an address, and the short id of an article that is one', () => {
    expect(named('{feed}_{id}', { feed: 'https://example.com/feed.xml?a=1', id: 'https://example.com/a' })).toMatch(/^example\.com-feed\.xml-a-1_[0-9a-f]{8}\.md$/);
  });

  it.each(['{title}', '{slug}', '{feed}'])('%s is never empty', (template) => {
    expect(named(template, { title: '…?', feed: '' })).toMatch(/^(?:[0-9a-f]{8}|…)\.md$/);
  });

  it.each([['CON'], ['nul'], ['com1'], ['LPT¹'], ['aux.txt'], ['index'], ['Index.en']])('puts the short id in front of %s, which a system or generator keeps', (title) => {
    expect(named('{title}', { title })).toBe(`${named('{title}', { title }).slice(0, 8)}-${title}.md`);
  });

  it('cuts the title and keeps what stands behind it', () => {
    for (const template of ['{title}-{id}', '{date}-{slug}-{id}', '{feed}-{title}-{slug}-{id}']) {
      const name = named(template, { title: '长'.repeat(300) });
      expect(bytes(name)).toBeLessThanOrEqual(200);
      expect(bytes(name)).toBeGreaterThan(140);
      expect(name).toMatch(/(?:长|-chang)-nabc123\.md$/);
    }
  });

  it('begins with the day for Jekyll, once', () => {
    expect(named('{title}', { title: '2021-01-01 回顾' }, { startsWithDay: true })).toBe('2022-07-26-2021-01-01-回顾.md');
    expect(named('{date}-{title}', {}, { startsWithDay: true })).toBe('2022-07-26-重庆银行：A股“券茅”.md');
  });

  it.each(['', ' ', '.md', '{titel}', '{title', 'title}', '{{title}}', '{}', '{date}/{title}', 'a\\{id}'])('%j is none', (template) => expect(parseNameTemplate(template)).toBeUndefined());

  it('is safe on every system and in a shell pipeline, whatever the template, title and feed', () => {
    const placeholder = fc.constantFrom(...PLACEHOLDERS.map((name) => `{${name}}`));
    const template = fc.array(fc.oneof(placeholder, fc.string({ unit: 'grapheme', maxLength: 3 }).map((text) => text.replace(/[{}/\\]/g, ''))), { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')).filter((text) => parseNameTemplate(text) !== undefined);
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(fc.property(template, text, text, text, fc.boolean(), (form, title, feed, id, startsWithDay) => {
      const name = named(form, { title, feed, id }, { startsWithDay });
      expect(bytes(name)).toBeLessThanOrEqual(200);
      expect(name).toMatch(/^[^-._].*\.md$/su);
      expect(name).not.toMatch(/[\s<>:"/\\|?*%#'`$&;(){}[\]!~\p{Cc}\p{Cs}]/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d|index)\./i);
      expect(name).toBe(name.normalize('NFC'));
      if (startsWithDay) expect(name).toMatch(/^2022-07-26-./);
    }), { numRuns: 500 });
  });
});

describe('the key of a file name', () => {
  it('is one for names of which a generator makes one address', () => {
    expect(fileNameKey('2022-07-26-涨！跌.md')).toBe(fileNameKey('2022-07-26-涨-跌.md'));
    expect(fileNameKey('2022-07-26-A.md')).toBe(fileNameKey('2022-07-26-a.md'));
    expect(fileNameKey('2022-07-26-早报.md')).not.toBe(fileNameKey('2022-07-27-早报.md'));
    expect(fileNameKey('2022-07-26-早报.md', true)).toBe(fileNameKey('2022-07-27-早报.md', true));
    expect(fileNameKey('2022-07-26-😀.md')).not.toBe(fileNameKey('2022-07-26-🎉.md'));
  });
});

describe('a slug', () => {
  it.each([
    ['重庆银行2022年行长——A股“券茅”业绩增长18.9%', 'chong-qing-yin-hang-2022-nian-hang-zhang-a-gu-quan-mao-ye-ji-zeng-zhang-18-9'],
    ['Café GDP', 'cafe-gdp'],
    ['女儿绿', 'nv-er-lv'],
    ['Привет！', ''],
  ])('of %j', (title, expected) => expect(slugOf(title)).toBe(expected));
});
