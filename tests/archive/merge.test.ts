import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecord, namesOf, type ArchiveRecord } from '../../src/archive/record.js';
import { HEADER, archivePath, like, makeRecord, makeTempDir, openHere, readArchiveText, writeArchive } from './support.js';

const fileOf = (...records: ArchiveRecord[]): string => [HEADER, ...records.map(formatRecord), ''].join('\n');
const failed = (id: string): ArchiveRecord => makeRecord(id, { status: 'failed', reason: 'timeout', attempts: 1 });

/** A repository with one commit, a branch for each machine, and what each put into its archive. */
async function twoMachines(attributes: string | undefined, desk: ArchiveRecord[], laptop: ArchiveRecord[]): Promise<{ dir: string; merge: () => void }> {
  const dir = await makeTempDir();
  const git = (...args: string[]): void => void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-C', dir, ...args], { stdio: 'pipe' });
  const put = async (records: ArchiveRecord[], message: string): Promise<void> => {
    const archive = openHere(dir);
    for (const record of records) await archive.put(record);
    await archive.compact();
    git('add', '-A');
    git('commit', '-qm', message);
  };
  git('init', '-q', '-b', 'desk');
  await put([makeRecord('first')], 'first');
  if (attributes !== undefined) await writeFile(join(dir, '.news-scrape/.gitattributes'), attributes);
  await put([makeRecord('common'), failed('late')], 'common');
  git('checkout', '-qb', 'laptop');
  await put(laptop, 'laptop');
  git('checkout', '-q', 'desk');
  await put(desk, 'desk');
  return { dir, merge: () => git('merge', '-q', '-m', 'merged', 'laptop') };
}

describe('the archives of two machines that git has merged', () => {
  const desk = [makeRecord('a'), makeRecord('both'), failed('c')];
  const laptop = [makeRecord('late'), makeRecord('c'), makeRecord('both'), makeRecord('d')];

  it('are one archive that knows what either knew', async () => {
    const { dir, merge } = await twoMachines(undefined, desk, laptop);
    merge();
    const archive = openHere(dir);
    expect([...archive.records()].map(({ id, status }) => `${id} ${status}`).sort()).toEqual(['a', 'both', 'c', 'common', 'd', 'first', 'late'].map((id) => `${id} written`));
    await archive.put(makeRecord('next'));
    await archive.compact();
    expect([...openHere(dir).records()]).toHaveLength(8);
  });

  it('stop the run with the line of the conflict where git was told otherwise, and are not touched', async () => {
    const { dir, merge } = await twoMachines('', desk, laptop);
    expect(merge).toThrow();
    const text = await readArchiveText(dir);
    const line = text.split('\n').findIndex((each) => each.startsWith('<<<<<<<')) + 1;
    expect(() => openHere(dir)).toThrow(expect.objectContaining({ code: 'archive_corrupt', params: { file: archivePath(dir), line, detail: like(/conflict mark of git: keep the lines of both sides/) } }));
    expect(await readArchiveText(dir)).toBe(text);
    // What the message says to do
    await writeFile(archivePath(dir), text.replace(/^(?:<{7}|={7}|>{7}).*\n/gm, ''));
    expect([...openHere(dir).records()].every(({ status }) => status === 'written')).toBe(true);
  });

  it('know the same articles whatever the order of the lines', async () => {
    const lines = [failed('a'), makeRecord('a'), failed('b'), makeRecord('c', { aliases: ['b', 'x'] }), makeRecord('d'), makeRecord('d', { aliases: ['x2'] }), failed('x2')];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
        const dir = await makeTempDir();
        await writeArchive(dir, fileOf(...shuffled));
        const records = [...openHere(dir).records()];
        expect(records.map((record) => namesOf(record).sort().join(' ')).sort()).toEqual(['a', 'b c x', 'd x2']);
        expect(records.map(({ status }) => status)).toEqual(['written', 'written', 'written']);
      }),
      { numRuns: 30 },
    );
  });
});

describe('an archive that another program changes while a run has it', () => {
  it('gets the new lines at its end and loses none of its own', async () => {
    const dir = await makeTempDir();
    await writeArchive(dir, `${fileOf(failed('a'), makeRecord('b'))}{"torn`);
    const archive = openHere(dir);
    const pulled = fileOf(failed('a'), makeRecord('b'), makeRecord('pulled')).trimEnd();
    await writeFile(join(dir, 'pulled'), pulled);
    await rename(join(dir, 'pulled'), archivePath(dir));
    await archive.put(makeRecord('a'));
    expect(archive.find('b', [])).toEqual(makeRecord('b'));
    expect(archive.find('a', [])).toEqual(makeRecord('a'));
    await archive.compact();
    expect(await readArchiveText(dir)).toBe(`${pulled}\n${HEADER}\n${formatRecord(makeRecord('a'))}\n`);
    expect([...openHere(dir).records()].map(({ id }) => id)).toEqual(['a', 'b', 'pulled']);
  });

  it('stops the run where its lines are no more what they were', async () => {
    const dir = await makeTempDir();
    await writeArchive(dir, fileOf(makeRecord('a'), makeRecord('b', { title: 'x'.repeat(40_000) }), makeRecord('c')));
    const archive = openHere(dir);
    await writeFile(archivePath(dir), fileOf(makeRecord('shorter')));
    expect(() => archive.find('c', [])).toThrow(expect.objectContaining({ code: 'archive_changed' }));
  });
});

describe('an archive of an earlier version', () => {
  it('is read, and says from where on its lines are of this version', async () => {
    const dir = await makeTempDir();
    const old = fileOf(makeRecord('a')).replace(':4}', ':1}');
    await writeArchive(dir, old);
    const archive = openHere(dir);
    await archive.put(makeRecord('b', { rule: 'sina-finance' }));
    await archive.put(makeRecord('c'));
    expect(await readArchiveText(dir)).toBe(`${old}${fileOf(makeRecord('b', { rule: 'sina-finance' }), makeRecord('c'))}`);
    expect([...openHere(dir).records()].map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('a file that a power cut has filled with zeros at its end', () => {
  it('loses them, and no line', async () => {
    const dir = await makeTempDir();
    await mkdir(join(dir, '.news-scrape'));
    await writeFile(archivePath(dir), Buffer.concat([Buffer.from(fileOf(makeRecord('a'))), Buffer.alloc(5000)]));
    const archive = openHere(dir);
    await archive.put(makeRecord('b'));
    expect(await readFile(archivePath(dir), 'utf8')).toBe(fileOf(makeRecord('a'), makeRecord('b')));
  });
});
