import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../bin/news-scrape.js', import.meta.url));

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a run on a server of our own need not wait for. */
export const AT_ONCE = ['--delay', '0', '--retries', '0'] as const;

/** Runs the built program as a user would. */
export function runCli(args: readonly string[], options: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {}): Promise<CliResult> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: options.cwd, env: { ...process.env, NO_PROXY: '127.0.0.1', ...options.env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

/** The lines of `--json` that tell of articles. */
export function articlesOf({ stdout }: CliResult): { url: string; reason: string }[] {
  const lines = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { type: string; url: string; reason: string });
  return lines.filter(({ type }) => type === 'article');
}

/** A new empty folder. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'news-scrape-test-'));
