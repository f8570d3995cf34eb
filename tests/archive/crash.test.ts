import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { formatRecord } from '../../src/archive/record.js';
import { HEADER, linesOf, linesUntil, makeRecord, makeTempDir, openHere as open, readArchiveText, start, useCompiled } from './support.js';

const compiled = useCompiled();

/** Puts article after article and says so after each. */
const WRITER = `
  import { openArchive } from 'built/archive/archive.js';
  const [, dir, text] = process.argv;
  const archive = openArchive(dir);
  for (let n = 0; ; n += 1) {
    await archive.put({ ...JSON.parse(text), id: 'article ' + n });
    console.log('article ' + n);
  }
`;

describe('a process that is killed while it writes the archive', () => {
  it.each([1, 5, 40])('loses none of the articles that it has put: killed after %i', async (count) => {
    const dir = await makeTempDir();
    const record = makeRecord('', { title: '港口'.repeat(2000) });
    const child = start(compiled(), WRITER, [dir, JSON.stringify(record)]);
    const exit = once(child, 'exit');
    const said: string[] = [];
    for await (const line of linesOf(child)) {
      said.push(line);
      if (said.length === count) child.kill('SIGKILL');
    }
    expect(await exit).toEqual([null, 'SIGKILL']);

    const archive = open(dir);
    const found = [...archive.records()].map(({ id }) => id);
    expect(found.slice(0, said.length)).toEqual(said);
    expect(found.length - said.length).toBeLessThanOrEqual(1);
    await archive.put(makeRecord('next'));
    await archive.compact();
    expect([...open(dir).records()].map(({ id }) => id)).toEqual([...found, 'next']);
  });
});

describe.skipIf(process.platform === 'win32')('a disk that is full in the middle of a line', () => {
  const script = `
    import { openArchive } from 'built/archive/archive.js';
    const [, dir, ...records] = process.argv;
    const archive = openArchive(dir);
    for (const record of records) await archive.put(JSON.parse(record)).then(() => console.log('ok'), (error) => console.log(error.code));
  `;

  it('leaves an archive that later articles can be put into and later runs can read', async () => {
    const dir = await makeTempDir();
    const [first, long, last] = [makeRecord('a'), makeRecord('b', { title: 'x'.repeat(5000) }), makeRecord('c')];
    const args = [dir, ...[first, long, last].map((record) => JSON.stringify(record))];
    const child = start(compiled(), script, args, 'ulimit -f 2');
    expect(await linesUntil(child)).toEqual(['ok', 'output_unwritable', 'ok']);
    expect(await readArchiveText(dir)).toBe([HEADER, formatRecord(first), formatRecord(last), ''].join('\n'));
  });

  it('leaves a line that the next run ignores', async () => {
    const dir = await makeTempDir();
    const [first, long] = [makeRecord('a'), makeRecord('b', { title: 'x'.repeat(5000) })];
    const child = start(compiled(), script, [dir, JSON.stringify(first), JSON.stringify(long)], 'ulimit -f 2');
    expect(await linesUntil(child)).toEqual(['ok', 'output_unwritable']);
    expect(await readArchiveText(dir)).toMatch(/"id":"b".*x$/);
    expect([...open(dir).records()]).toEqual([first]);
  });
});
