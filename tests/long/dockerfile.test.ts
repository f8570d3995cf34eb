import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/cli.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const DOCKERFILE = read('Dockerfile');
const folder = emptyFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Instructions of each stage, as keyword and arguments. */
function stages(): [keyword: string, words: string][][] {
  const instructions = DockerfileParser.parse(DOCKERFILE).getInstructions().map((one): [string, string] => [one.getKeyword(), one.getArgumentsContent() ?? '']);
  const starts = instructions.flatMap(([keyword], index) => (keyword === 'FROM' ? [index] : []));
  return starts.map((start, index) => instructions.slice(start, starts[index + 1]));
}

/** What the builder is sent: of what git has, what `.dockerignore` takes back from the star. */
function context(): string[] {
  const taken = read('.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => new RegExp(`^${line.slice(1).replaceAll('.', '\\.').replace('*', '[^/]*')}(?:/|$)`));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  return files.filter((file) => taken.some((pattern) => pattern.test(file)));
}

describe('the Dockerfile', () => {
  it('has nothing that its linter warns of', () => {
    const { ERROR } = ValidationSeverity;
    const strict = { deprecatedMaintainer: ERROR, directiveCasing: ERROR, emptyContinuationLine: ERROR, instructionCasing: ERROR, instructionCmdMultiple: ERROR, instructionEntrypointMultiple: ERROR, instructionHealthcheckMultiple: ERROR, instructionJSONInSingleQuotes: ERROR, instructionWorkdirRelative: ERROR };
    expect(validate(DOCKERFILE, strict)).toEqual([]);
    expect(validate('FROM node\nWORKDIR blog\nCMD a\nCMD b\n', strict)).toHaveLength(2);
  });

  it('runs as a user without rights, in a volume, on an image of a fixed version', () => {
    const last = new Map(stages().at(-1));
    expect(last.get('USER')).toBe('node');
    expect(last.get('VOLUME')).toBe(last.get('WORKDIR'));
    for (const [, image] of stages().flat().filter(([keyword]) => keyword === 'FROM')) expect(image).toMatch(/^node:\d+-alpine\b/);
  });

  it('is built of what stands in the context, into a program that runs by its name', () => {
    for (const file of context()) cpSync(join(ROOT, file), join(folder, file), { recursive: true });
    expect(context()).not.toContain('tests/readme.test.ts');
    for (const [, command] of (stages()[0] ?? []).filter(([keyword]) => keyword === 'RUN')) {
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
      expect(status, `${command}: ${stderr}`).toBe(0);
    }
    const [program] = JSON.parse(stages().at(-1)?.find(([keyword]) => keyword === 'ENTRYPOINT')?.[1] ?? '[]') as string[];
    const written = execFileSync(join(folder, 'prefix/bin', program ?? ''), ['fetch', 'demo', '--limit', '2'], { cwd: folder, encoding: 'utf8' });
    expect(written.trim().split('\n')).toHaveLength(2);
  });
});
