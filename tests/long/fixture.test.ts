import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../support/cli.js';
import { financePage } from '../support/pages.js';

it('npm run fixture makes a pair of a page, and says what has changed in the others', () => {
  const root = emptyFolder();
  symlinkSync(resolve('src'), join(root, 'src'));
  mkdirSync(join(root, 'fixtures'));
  cpSync('fixtures/pages', join(root, 'fixtures/pages'), { recursive: true });
  writeFileSync(join(root, 'page.html'), financePage({ title: '南岭的标题' }));
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tests/fixture']);
  const script = resolve('tests/fixture/.build/tests/fixture/main.js');
  const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });

  const made = run('page.html', '--url', 'http://finance.sina.com.cn/a/doc-inabc.shtml', '--name', 'finance--made');
  expect([made.status, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain('fixtures/pages/finance--made.md\n\n---\nrule: sina-finance\n');
  expect(run('--update')).toMatchObject({ status: 0, stdout: '' });

  const pair = readdirSync(join(root, 'fixtures/pages')).find((file) => file.endsWith('--tables.md')) ?? '';
  const before = readFileSync(join(root, 'fixtures/pages', pair), 'utf8');
  writeFileSync(join(root, 'fixtures/pages', pair), before.replace('rule:', 'rules:'));
  rmSync(join(root, 'fixtures/pages/finance--made.html'));
  const updated = run('--update').stdout;
  expect(updated).toMatch(/\n-rules: .*\n\+rule: /);
  expect(updated).toContain('without a page, remove it: fixtures/pages/finance--made.md');
  expect(readFileSync(join(root, 'fixtures/pages', pair), 'utf8')).toBe(before);

  for (const args of [[], ['a', 'b'], ['--update', 'a'], ['--unknown']]) expect(run(...args)).toMatchObject({ status: 1, stdout: '' });
  rmSync(root, { recursive: true });
});
