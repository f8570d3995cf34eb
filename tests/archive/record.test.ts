import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecord, parseRecord, type ArchiveRecord } from '../../src/archive/record.js';
import { makeRecord } from './support.js';

const text = fc.string({ unit: 'binary' });
const name = fc.string({ unit: 'binary', minLength: 1 });
const anyRecord: fc.Arbitrary<ArchiveRecord> = fc
  .record({ id: name, url: text, title: text, feed: text, aliases: fc.array(name, { minLength: 1 }) })
  .chain((base) =>
    fc.constantFrom<ArchiveRecord>(
      { ...base, status: 'written', reason: 'new', date: '2031-05-06T07:08:09.000Z', file: '港口/a b.md', hash: '0123456789abcdef', pictures: [{ from: base.url, file: 'nzab-1/0123456789abcdef.jpg' }] },
      { ...base, status: 'skipped', reason: 'video_only' },
      { ...base, status: 'failed', reason: 'timeout', attempts: 2, unasked: 1, since: '2031-05-06T07:08:09.000Z', item: { author: base.title, categories: [base.feed] } },
    ),
  );

describe('a line of the archive', () => {
  it('gives back every record that was formatted, without a newline in it', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const line = formatRecord(record);
        expect(line).not.toContain('\n');
        expect(parseRecord(line)).toEqual(record);
      }),
    );
  });

  it('has its fields in one order, and no empty list of aliases', () => {
    const { id, ...rest } = makeRecord('a', { hash: '0123456789abcdef', file: 'a.md', aliases: [] });
    expect(formatRecord({ ...rest, id })).toBe(
      '{"id":"a","status":"written","reason":"new","url":"https://news.example/a","title":"港口 a","feed":"ports",' +
        '"file":"a.md","hash":"0123456789abcdef"}',
    );
  });

  it.each([
    ['id', { id: '' }],
    ['id', { id: undefined }],
    ['status', { status: 'lost' }],
    ['reason', { reason: 'toString' }],
    ['url', { url: 5 }],
    ['title', { title: null }],
    ['date', { date: '2031-05-06' }],
    ['date', { date: '2031-13-06T00:00:00Z' }],
    ['file', { file: '/etc/hosts' }],
    ['file', { file: '../a.md' }],
    ['file', { file: 'a/../../b.md' }],
    ['file', { file: 'a\\b.md' }],
    ['file', { file: 'C:a.md' }],
    ['file', { file: 'a//b.md' }],
    ['file', { file: 'a.md', status: 'failed', reason: 'timeout' }],
    ['hash', { hash: '0123' }],
    ['pictures', { pictures: [{ from: '', file: '../0123456789abcdef.jpg' }] }],
    ['pictures', { pictures: [{ from: '', file: 'a/../../0123456789abcdef.jpg' }] }],
    ['pictures', { pictures: [{ from: '', file: 'a/mine.jpg' }] }],
    ['attempts', { attempts: 0, status: 'failed', reason: 'timeout' }],
    ['attempts', { attempts: 1 }],
    ['since', { since: 'May', status: 'failed', reason: 'timeout' }],
    ['item', { item: { author: 5 }, status: 'failed', reason: 'timeout' }],
    ['item', { item: { categories: 'a' }, status: 'failed', reason: 'timeout' }],
    ['item', { item: { mood: 'good' }, status: 'failed', reason: 'timeout' }],
    ['aliases', { aliases: [''] }],
    ['mood', { mood: 'good' }],
  ])('is refused for its %s: %j', (field, change) => {
    expect(parseRecord(JSON.stringify({ ...makeRecord('a'), ...change }))).toContain(`"${field}"`);
  });

  it.each(['', 'null', '5', '[]', '{"id":'])('is refused where it is no record: %j', (line) => {
    expect(parseRecord(line)).toBeTypeOf('string');
  });

  it.each(['<<<<<<< HEAD', '=======', '>>>>>>> desk', '||||||| 1a2b3c'])('is refused as a conflict mark: %s', (line) => {
    expect(parseRecord(line)).toContain('conflict');
  });
});
