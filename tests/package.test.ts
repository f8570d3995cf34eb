import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Packed {
  unpackedSize: number;
  files: { path: string; size: number }[];
}

/** What the package holds: each file is one of these, and there is at least one of each. */
const CONTENTS: Readonly<Record<string, RegExp>> = {
  manifest: /^package\.json$/,
  readme: /^README(?:\.[\w-]+)?\.md$/,
  licence: /^LICENSE$/,
  command: /^bin\/(?:news-scrape\.js|package\.json)$/,
  entries: /^dist\/(?:main|index)\.js$/,
  chunks: /^dist\/[\w-]+-[A-Z\d]{8}\.js$/,
  'what all programs begin with': /^dist\/commonjs\.js$/,
  'module type': /^dist\/package\.json$/,
  types: /^dist\/index\.d\.ts$/,
  'schema of the configuration': /^dist\/news-scrape\.schema\.json$/,
  'man page': /^dist\/news-scrape\.1$/,
  notices: /^dist\/THIRD-PARTY-LICENSES\.txt$/,
  'site of the demo': /^fixtures\/demo\/[\w.-]+\/.+$/,
};

/** What the files of a folder on disk take is no matter; this is what a download unpacks to. */
const LARGEST = 2_000_000;
/** The same without the programs, most of which is what is bundled of other packages. */
const LARGEST_BESIDE_PROGRAMS = 500_000;

function pack(): Packed {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8', stdio: 'pipe' });
  // npm 11 prints a list, npm 12 an object by name.
  const [packed] = Object.values(JSON.parse(output) as Record<string, Packed>);
  if (!packed) throw new Error(output);
  return packed;
}

/** Every path below a node of the manifest. */
const pathsIn = (node: unknown): string[] => (typeof node === 'object' && node !== null ? Object.values(node).flatMap(pathsIn) : [String(node).replace(/^\.\//, '')]);

const kindOf = (path: string): string => Object.keys(CONTENTS).find((kind) => CONTENTS[kind]?.test(path)) ?? path;

describe('the package', () => {
  const { unpackedSize, files } = pack();

  it('holds the program, its types, schema and notices, the demo and the README, and nothing else', () => {
    expect([...new Set(files.map(({ path }) => kindOf(path)))].sort()).toEqual(Object.keys(CONTENTS).sort());
  });

  it('has every file that its manifest leads to, and names no address that does not exist', () => {
    const { bin, man, main, types, exports, ...manifest } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Record<string, unknown>;
    const held = files.map(({ path }) => path);
    for (const path of pathsIn([bin, man, main, types, exports])) expect(held).toContain(path);
    // npm installs pages of a list only.
    expect(man).toBeInstanceOf(Array);
    expect(pathsIn([main, types])).toEqual(pathsIn(exports).slice(0, 2).reverse());
    expect(manifest).toMatchObject({ name: 'news-scrape', license: 'MIT', type: 'module', engines: { node: '>=20.18.1' } });
    for (const field of ['repository', 'homepage', 'bugs', 'private']) expect(manifest).not.toHaveProperty(field);
  });

  it('stays small', () => {
    expect(unpackedSize).toBeLessThan(LARGEST);
    const beside = files.filter(({ path }) => !/^dist\/.*\.js$/.test(path));
    expect(beside.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(LARGEST_BESIDE_PROGRAMS);
  });
});
