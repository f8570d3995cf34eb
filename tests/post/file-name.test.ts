import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameKey, postFileName, uniqueFileName } from '../../src/post/file-name.js';

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
