import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/cli.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const PAGE = join(ROOT, 'fixtures/pages/finance--tables.html');

/** The examples of every README that there is, each a program of its own. */
const EXAMPLES = ['README.md', 'README.zh-CN.md'].filter((name) => existsSync(join(ROOT, name))).flatMap((readme) =>
  [...readFileSync(join(ROOT, readme), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ''], index) => ({ name: `${readme.replace(/\W/g, '-')}-${index + 1}`, code })));

/** A project with the packed package among its dependencies, and nothing of this one but the compiler and Node's types. */
const project = emptyFolder();
beforeAll(() => {
  const [tarball = ''] = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  execFileSync('tar', ['-xzf', tarball], { cwd: project });
  mkdirSync(join(project, 'node_modules', '@types'), { recursive: true });
  renameSync(join(project, 'package'), join(project, 'node_modules', 'news-scrape'));
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of [...Object.keys(dependencies), '@types/node', 'undici-types']) symlinkSync(join(MODULES, name), join(project, 'node_modules', name));
});

const run = (program: string, ...args: string[]): SpawnSyncReturns<string> => spawnSync(process.execPath, [program, ...args], { cwd: project, encoding: 'utf8' });

function compile(files: readonly string[], type: 'module' | 'commonjs', options: Record<string, unknown>): string {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type }));
  const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, target: 'es2023', types: ['node'], ...options };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  return run(join(MODULES, 'typescript/bin/tsc')).stdout;
}

const COMMON_JS = `import { DEFAULT_FORM, PROFILES, fetchFeeds, toMarkdown, type FetchEvent, type PostForm, type SiteRule } from 'news-scrape';
const form: PostForm = { ...DEFAULT_FORM, sourceLink: true };
const rules: SiteRule[] = [];
async function main(): Promise<void> {
  const events: FetchEvent[] = [];
  for await (const event of fetchFeeds(['demo'], { folder: 'from-commonjs', limit: 2, form, rules })) events.push(event);
  if (events.length !== 3 || PROFILES.length < 7 || toMarkdown('<p>a</p>') !== 'a') throw new Error(JSON.stringify(events));
}
void main();
`;

describe('a program that uses the package', () => {
  it.each([
    ['module', { module: 'node16' }],
    ['module', { module: 'nodenext' }],
    ['module', { module: 'esnext', moduleResolution: 'bundler' }],
  ] as const)('is compiled from the examples of the README as %s with %j', (type, options) => {
    for (const { name, code } of EXAMPLES) writeFileSync(join(project, `${name}.ts`), code);
    expect(compile(EXAMPLES.map(({ name }) => `${name}.ts`), type, options)).toBe('');
  });

  it('runs each of the examples: one on the site of the demo, one on a page', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(2);
    for (const { name, code } of EXAMPLES) {
      const args = code.includes('fetchFeeds') ? ['demo', `posts-${name}`] : [PAGE];
      const { status, stdout, stderr } = run(`${name}.js`, ...args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      if (!code.includes('fetchFeeds')) expect(stdout).toContain('\n---\n');
      else expect(stdout.match(/^written new /gm)).toHaveLength(readdirSync(join(project, `posts-${name}`)).filter((file) => file.endsWith('.md')).length);
    }
  });

  it.each([
    ['commonjs', { module: 'node16' }],
    ['commonjs', { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' }],
  ] as const)('is compiled as %s with %j, and prints nothing that it does not say itself', (type, options) => {
    writeFileSync(join(project, 'common.ts'), COMMON_JS);
    expect(compile(['common.ts'], type, options)).toBe('');
    const { status, stdout, stderr } = run('common.js');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    rmSync(join(project, 'from-commonjs'), { recursive: true });
  });
});
