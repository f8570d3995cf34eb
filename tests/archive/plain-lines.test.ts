import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameTable, nameKey, nameText } from '../../src/archive/name-table.js';
import { formatRecord, lineShape, namesOf, parseRecord, type ArchiveRecord } from '../../src/archive/record.js';
import { HEADER, makeRecord, makeTempDir, openHere, writeArchive } from './support.js';

const PLAIN = new RegExp(`^${lineShape('written')}$`);
/** A line as it is read from the disk: bytes as Latin-1. */
const bytesOf = (line: string): string => Buffer.from(line).toString('latin1');

const plainText = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/["\\\p{Cc}]/gu, '-'));
const plainName = plainText.map((text) => `n${text}`);
const anyText = fc.string({ unit: 'grapheme' });
const validators = fc.record({ url: anyText, variant: anyText, etag: anyText, lastModified: anyText }, { requiredKeys: ['url', 'variant'] });
const written: fc.Arbitrary<ArchiveRecord> = fc
  .record(
    {
      id: plainName,
      url: anyText,
      title: anyText,
      feed: anyText,
      date: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
      // `n:` would be a drive of Windows.
      file: fc.array(plainName, { minLength: 1, maxLength: 3 }).map((parts) => parts.map((part) => part.replace(/[/:]/g, '-')).join('/')),
      hash: fc.constant('0123456789abcdef'),
      rule: anyText,
      source: fc.record({ updated: fc.constant('2031-05-06T07:08:09.000Z'), print: fc.constant('fedcba9876543210'), page: anyText, validators, readWith: fc.constant('0123456789abcdef') }, { requiredKeys: [] }),
      item: fc.record({ author: anyText, image: anyText, categories: fc.array(anyText) }, { requiredKeys: [] }),
      aliases: fc.array(plainName, { minLength: 1 }),
    },
    { requiredKeys: ['id', 'url', 'title', 'feed'] },
  )
  .map((fields) => ({ ...fields, status: 'written', reason: 'new' }) as const);

describe('the form of a plain line', () => {
  it('is that of every post whose names need no escapes, so that few lines need a parser', () => {
    fc.assert(fc.property(written, (record) => PLAIN.test(bytesOf(formatRecord(record)))));
  });

  it('is never that of a line that the parser refuses, whatever is changed in it', () => {
    const places = fc.nat();
    const pieces = fc.constantFrom('"', '\\', ',', '{', '}', '[', ']', '\n', '\t', 'x', '\\u12', '\\x', '../', '/', 'C:', '..', '0', 'null', '"id":"a",', '"mood":1,');
    let accepted = 0;
    fc.assert(
      fc.property(written, places, fc.nat(3), pieces, (record, place, length, piece) => {
        const line = formatRecord(record);
        const at = place % line.length;
        const changed = line.slice(0, at) + piece + line.slice(at + length);
        if (!PLAIN.test(bytesOf(changed))) return;
        accepted += 1;
        expect(parseRecord(changed)).toBeTypeOf('object');
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it.each(['../a.md', '/a.md', 'a/../b.md', 'C:a.md', 'a//b.md', 'a\\b.md', './a.md', 'a/.', ''])('is not that of a path that leads out: %j', (file) => {
    expect(formatRecord(makeRecord('a', { file }))).not.toMatch(PLAIN);
  });

  it('finds in a line the names that the parser finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(written, { selector: ({ id }) => id, maxLength: 5 }), async (records) => {
        const dir = await makeTempDir();
        await writeArchive(dir, [HEADER, ...records.map(formatRecord), ''].join('\n'));
        const archive = openHere(dir);
        for (const record of records) for (const name of namesOf(record)) expect(archive.find(name, [])).toBeDefined();
        expect(archive.find('unknown', [])).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it.each(['"'.repeat(200_000), '\\"'.repeat(100_000), '{"id":"a","status":"written","reason":"new","url":"'.repeat(5000), `{"id":"${'a'.repeat(500_000)}`])('costs no more than its length on a hostile line', (line) => {
    const start = performance.now();
    expect(line).not.toMatch(PLAIN);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the table of names', () => {
  it('tells names with one key apart by asking', () => {
    const table = new NameTable();
    table.add(7, 100);
    table.add(7, 200);
    expect(table.find(7, (slot) => slot === 200)).toBe(200);
    expect(table.find(7, () => false)).toBeUndefined();
    expect(table.has(8)).toBe(false);
  });

  it('keeps all of many names, and knows no others', () => {
    const table = new NameTable();
    const key = (index: number): number => nameKey(nameText(`article ${index}`));
    for (let index = 0; index < 20_000; index += 1) table.add(key(index), index);
    for (let index = 0; index < 20_000; index += 1) expect(table.find(key(index), (slot) => slot === index)).toBe(index);
    expect(Array.from({ length: 20_000 }, (_, index) => table.has(key(-1 - index))).filter(Boolean)).toEqual([]);
  });

  it('gives a name one key whether it is read from a line or asked for', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => nameText(name) === bytesOf(JSON.stringify(name).slice(1, -1))));
  });
});
