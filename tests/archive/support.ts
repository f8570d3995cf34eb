import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { openArchive, type Archive } from '../../src/archive/archive.js';
import type { ArchiveRecord } from '../../src/archive/record.js';

export const HEADER = '{"news-scrape":"archive","version":4}';

/** An empty folder that goes with the test. */
export async function makeTempDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'news-scrape-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

export const archivePath = (dir: string): string => join(dir, '.news-scrape', 'archive.jsonl');
export const lockPath = (dir: string): string => join(dir, '.news-scrape', 'lock');

export async function writeArchive(dir: string, text: string): Promise<void> {
  await mkdir(join(dir, '.news-scrape'), { recursive: true });
  await writeFile(archivePath(dir), text);
}

/** An archive whose file is let go of with the test. */
export function openHere(dir: string): Archive {
  const archive = openArchive(dir);
  onTestFinished(() => archive.close());
  return archive;
}

export const readArchiveText = (dir: string): Promise<string> => readFile(archivePath(dir), 'utf8');

/** Stands for any text of this form in an expected value. */
export const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** A written article; the same for the same id. */
export function makeRecord(id: string, fields: Partial<ArchiveRecord> = {}): ArchiveRecord {
  const url = `https://news.example/${encodeURIComponent(id)}`;
  return { id, status: 'written', reason: 'new', url, title: `港口 ${id}`, feed: 'ports', ...fields };
}

/** Compiles the sources once for the tests of a file, for processes of their own; gives the folder of the result. */
export function useCompiled(): () => string {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'news-scrape-built-'));
    await compile(join(import.meta.dirname, '../../src'), dir);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));
  return () => dir;
}

async function compile(source: string, outDir: string): Promise<void> {
  const { ESNext } = ts.ModuleKind;
  const compilerOptions = { module: ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  await writeFile(join(outDir, 'package.json'), '{"type":"module"}');
  for (const file of await readdir(source, { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    const target = join(outDir, file.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, ts.transpileModule(await readFile(join(source, file), 'utf8'), { compilerOptions }).outputText);
  }
}

/** Starts `script`, an ES module in which `built` leads to the compiled sources; killed with the test at the latest. */
export function start(built: string, script: string, args: string[], shell = ''): ChildProcess {
  const text = script.replaceAll('built/', pathToFileURL(join(built, '/')).href);
  const command = [process.execPath, '--input-type=module', '--eval', text, '--', ...args];
  const [file = '', ...rest] = shell ? ['bash', '-c', `${shell}; exec "$0" "$@"`, ...command] : command;
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Lines of the standard output of a process as they come. */
export function linesOf(child: ChildProcess): AsyncIterable<string> {
  if (!child.stdout) throw new Error('no standard output');
  return createInterface({ input: child.stdout });
}

/** The lines before `last`; all lines of a process that ends without it. */
export async function linesUntil(child: ChildProcess, last?: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(child)) {
    if (line === last) break;
    lines.push(line);
  }
  return lines;
}
