import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.js';
import { formatRecord, type ArchiveRecord } from '../../src/archive/record.js';
import { HEADER, archivePath, like, makeRecord, makeTempDir, openHere as open, readArchiveText, writeArchive } from './support.js';

const fileOf = (...records: ArchiveRecord[]): string => [HEADER, ...records.map(formatRecord), ''].join('\n');
const failed = (id: string): ArchiveRecord => makeRecord(id, { status: 'failed', reason: 'timeout', attempts: 1 });

async function reopen(dir: string, archive: Archive): Promise<ArchiveRecord[]> {
  await archive.compact();
  return [...open(dir).records()];
}

describe('an archive', () => {
  it('finds after the next start what was put, by every name, in the order of the first sight', async () => {
    const dir = await makeTempDir();
    const first = makeRecord('comos:1', { aliases: ['https://news.example/1', 'guid\u2028-1'], title: '港口\n"A"\u2028' });
    const archive = open(dir);
    await Promise.all([archive.put(first), archive.put(failed('b')), archive.put(makeRecord('c'))]);
    await archive.compact();

    const again = open(dir);
    expect(again.find('comos:1', [])).toEqual(first);
    expect(again.find('unknown', ['guid\u2028-1'])).toEqual(first);
    expect(again.find('unknown', ['news'])).toBeUndefined();
    expect([...again.records()]).toEqual([first, failed('b'), makeRecord('c')]);
  });

  it('leaves nothing on the disk before the first article', async () => {
    const dir = await makeTempDir();
    await open(dir).compact();
    expect(await readdir(dir)).toEqual([]);
  });

  it('keeps lock and temporary files out of git', async () => {
    const dir = await makeTempDir();
    await open(dir).put(makeRecord('a'));
    expect((await readdir(join(dir, '.news-scrape'))).sort()).toEqual(['.gitattributes', '.gitignore', 'archive.jsonl', 'tmp']);
  });

  it('has the article on the disk as soon as it is put', async () => {
    const dir = await makeTempDir();
    const archive = open(dir);
    await archive.put(makeRecord('a'));
    expect(await readArchiveText(dir)).toBe(fileOf(makeRecord('a')));
    await archive.put(makeRecord('b'));
    expect(await readArchiveText(dir)).toBe(fileOf(makeRecord('a'), makeRecord('b')));
  });

  it('refuses a record that the next start could not read', async () => {
    const dir = await makeTempDir();
    const archive = open(dir);
    await expect(archive.put(makeRecord('a', { file: '../a.md' }))).rejects.toThrow(TypeError);
    await archive.put(makeRecord('b'));
    expect(await reopen(dir, archive)).toEqual([makeRecord('b')]);
  });
});

const many = Array.from({ length: 40 }, (_, index) => makeRecord(`article ${index}`));

describe('an archive in which nothing changes', () => {
  it.each([
    ['as it was written', fileOf(makeRecord('a'), failed('b'))],
    ['with other line ends and spaces', fileOf(makeRecord('a')).replaceAll('\n', '\r\n').replace('"id":', '"id": ')],
    ['joined from two machines', fileOf(makeRecord('a')) + fileOf(makeRecord('b'))],
    ['without its last newline', fileOf(makeRecord('a'), makeRecord('b')).trimEnd()],
    ['of a header alone', HEADER],
    ['with a byte order mark', `\ufeff${fileOf(makeRecord('a'))}`],
    ['of the first version', fileOf(makeRecord('a'), failed('b')).replace(':4}', ':1}')],
    ['of many articles of which few have two lines', fileOf(...many, failed('z'), makeRecord('z'))],
  ])('stays byte for byte %s', async (_, text) => {
    const dir = await makeTempDir();
    await writeArchive(dir, text);
    const before = await stat(archivePath(dir), { bigint: true });
    const archive = open(dir);
    for (const record of archive.records()) await archive.put(record);
    await archive.compact();
    expect(await readArchiveText(dir)).toBe(text);
    const after = await stat(archivePath(dir), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });
});

describe('several lines of one article', () => {
  it.each<[string, ArchiveRecord[], ArchiveRecord]>([
    ['the last wins', [failed('a'), makeRecord('a')], makeRecord('a')],
    ['a post is not lost to a failure', [makeRecord('a'), failed('a')], makeRecord('a')],
    [
      'an alias joins two ids',
      [failed('a'), makeRecord('b', { aliases: ['a', 'x'] })],
      makeRecord('b', { aliases: ['a', 'x'] }),
    ],
    [
      'the names of both remain',
      [makeRecord('a', { aliases: ['x'] }), { ...failed('b'), aliases: ['x', 'y'] }],
      makeRecord('a', { aliases: ['x', 'b', 'y'] }),
    ],
  ])('become one, whether loaded or put: %s', async (_, lines, expected) => {
    const [before, after] = [makeRecord('before'), makeRecord('after')];
    const [loaded, put] = [await makeTempDir(), await makeTempDir()];
    await writeArchive(loaded, fileOf(...lines.slice(0, 1), before, ...lines.slice(1), after));
    await writeArchive(put, fileOf(...lines.slice(0, 1), before));
    const archive = open(put);
    await Promise.all([...lines.slice(1), after].map((record) => archive.put(record)));
    for (const name of [expected.id, ...(expected.aliases ?? [])]) expect(archive.find(name, [])).toEqual(expected);
    await archive.compact();
    await open(loaded).compact();

    expect(await readArchiveText(put)).toBe(fileOf(expected, before, after));
    expect(await readArchiveText(loaded)).toBe(fileOf(expected, before, after));
  });

  it('become one when a later line tells that two ids are the same article', async () => {
    const dir = await makeTempDir();
    await writeArchive(dir, fileOf(failed('a'), makeRecord('z'), failed('b')));
    const archive = open(dir);
    await archive.put(makeRecord('c', { aliases: ['b', 'a'] }));
    const joined = makeRecord('c', { aliases: ['b', 'a'] });
    expect(archive.find('a', [])).toEqual(joined);
    expect(archive.find('b', [])).toEqual(joined);
    expect(await reopen(dir, archive)).toEqual([joined, makeRecord('z')]);
  });

  it('are one line an article after any run, with every name still known', async () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const records = fc.tuple(names, fc.uniqueArray(names), fc.boolean()).map(([id, aliases, isPost]) => {
      const others = aliases.filter((alias) => alias !== id);
      return { ...(isPost ? makeRecord(id) : failed(id)), ...(others.length > 0 ? { aliases: others } : {}) };
    });
    await fc.assert(
      fc.asyncProperty(fc.array(records, { maxLength: 8 }), fc.array(records, { minLength: 1, maxLength: 8 }), async (old, fresh) => {
        const dir = await makeTempDir();
        await writeArchive(dir, fileOf(...old));
        const archive = open(dir);
        for (const record of fresh) await archive.put(record);
        const inMemory = [...archive.records()];
        const onDisk = await reopen(dir, archive);
        expect(onDisk).toEqual(inMemory);
        const all = onDisk.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
        const given = [...old, ...fresh].flatMap(({ id, aliases = [] }) => [id, ...aliases]);
        expect(all.sort()).toEqual([...new Set(given)].sort());
        expect(await readArchiveText(dir)).toBe(fileOf(...onDisk));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a line that was never finished', () => {
  const torn = `${fileOf(makeRecord('a'))}{"id":"b","title":"半`;
  const cutInCharacter = Buffer.from(torn).subarray(0, -1);

  it.each([['by close', false], ['by the next put', true]])('is ignored and removed %s', async (_, puts) => {
    const dir = await makeTempDir();
    await writeArchive(dir, '');
    await writeFile(archivePath(dir), cutInCharacter);
    const archive = open(dir);
    expect([...archive.records()]).toEqual([makeRecord('a')]);
    expect(await readArchiveText(dir)).toBe(cutInCharacter.toString());
    if (puts) await archive.put(makeRecord('c'));
    else await archive.compact();
    expect(await readArchiveText(dir)).toBe(puts ? fileOf(makeRecord('a'), makeRecord('c')) : fileOf(makeRecord('a')));
  });

  it('is found at the end of a file of many blocks, whose lines cross their borders', async () => {
    const dir = await makeTempDir();
    const records = Array.from({ length: 9000 }, (_, index) => makeRecord(`article ${index}`, { title: '港口'.repeat(index % 97) }));
    await writeArchive(dir, `${fileOf(...records)}{"id":`);
    const archive = open(dir);
    expect([...archive.records()]).toEqual(records);
    await archive.put(makeRecord('a'));
    expect(await readArchiveText(dir)).toBe(fileOf(...records, makeRecord('a')));
    await archive.put(makeRecord('article 0', { title: 'changed' }));
    expect(await reopen(dir, archive)).toEqual([makeRecord('article 0', { title: 'changed' }), ...records.slice(1), makeRecord('a')]);
  });

  it('is a record if only its newline is missing', async () => {
    const dir = await makeTempDir();
    await writeArchive(dir, fileOf(makeRecord('a'), makeRecord('b')).trimEnd());
    const archive = open(dir);
    await archive.put(makeRecord('c'));
    expect(await readArchiveText(dir)).toBe(fileOf(makeRecord('a'), makeRecord('b'), makeRecord('c')));
  });
});

describe('an archive that cannot be trusted', () => {
  const good = fileOf(makeRecord('a')).trimEnd();
  const cases: [string, string, object][] = [
    ['a damaged line', `${good}\n{"id":\n${formatRecord(makeRecord('b'))}\n`, { code: 'archive_corrupt', params: { line: 3, detail: 'not JSON' } }],
    ['an empty line', `${good}\n\n`, { code: 'archive_corrupt', params: { line: 3 } }],
    ['a wrong field at its end', `${good}\n{"id":"b"}`, { code: 'archive_corrupt', params: { line: 3 } }],
    ['conflict marks', `${HEADER}\n<<<<<<< HEAD\n`, { code: 'archive_corrupt', params: { line: 2, detail: like(/git/) } }],
    ['no header', good.slice(HEADER.length + 1), { code: 'archive_corrupt', params: { line: 1, detail: like(/header/) } }],
    ['half a header', HEADER.slice(0, 20), { code: 'archive_corrupt', params: { line: 1 } }],
    ['another header', good.replace('archive', 'diary'), { code: 'archive_corrupt', params: { line: 1 } }],
    ['nothing at all', '', { code: 'archive_corrupt', params: { line: 1 } }],
    ['version 0', good.replace(':4}', ':0}'), { code: 'archive_corrupt', params: { line: 1, detail: like(/header/) } }],
    ['a newer format', good.replace(':4}', ':9}'), { code: 'archive_newer', params: { version: 9 } }],
    ['a newer format in its second half', `${good}\n${HEADER.replace(':4}', ':9}')}\n`, { code: 'archive_newer', params: { version: 9 } }],
  ];

  it.each(cases)('stops the run and is not touched: %s', async (_, text, error) => {
    const dir = await makeTempDir();
    await writeArchive(dir, text);
    await expect(async () => Promise.resolve(open(dir))).rejects.toMatchObject(error);
    expect(await readArchiveText(dir)).toBe(text);
  });

  it('stops the run when it cannot be read', async () => {
    const dir = await makeTempDir();
    await mkdir(archivePath(dir), { recursive: true });
    expect(() => open(dir)).toThrow(
      expect.objectContaining({ code: 'archive_unreadable', params: { file: archivePath(dir), detail: 'EISDIR: illegal operation on a directory' } }),
    );
  });
});

describe('an output folder that cannot be written', () => {
  it('fails to put, with the words of the system, and remembers nothing', async () => {
    const dir = await makeTempDir();
    const archive = open(dir);
    await writeFile(join(dir, '.news-scrape'), 'a file where the folder should be');
    await expect(archive.put(makeRecord('a'))).rejects.toMatchObject({
      code: 'output_unwritable',
      params: { path: archivePath(dir), detail: like(/^E[A-Z]+: [a-z ]+$/) },
      cause: { code: like(/^E/) },
    });
    expect(archive.find('a', [])).toBeUndefined();
  });

  it('makes no headless archive where the file went away', async () => {
    const dir = await makeTempDir();
    await writeArchive(dir, fileOf(makeRecord('a')));
    const archive = open(dir);
    await rm(archivePath(dir));
    await expect(archive.put(makeRecord('b'))).rejects.toMatchObject({ code: 'output_unwritable' });
    expect(await readdir(join(dir, '.news-scrape'))).toEqual([]);
  });
});
