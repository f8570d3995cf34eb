import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { emptyFolder, type CliResult } from './cli.js';

/** A step of an action or a workflow that is a script. */
export interface ScriptStep {
  name?: string;
  if?: string;
  run: string;
  env?: Readonly<Record<string, string>>;
}

type Checker = Pick<typeof import('@actions/languageservice'), 'validate'> & typeof import('@actions/languageservice/validate-action');
let checker: Promise<Checker> | undefined;

/** The checker imports JSON in a way that Node itself does not know; in one file it can be loaded. */
async function loadChecker(): Promise<Checker> {
  const contents = "export { validate } from '@actions/languageservice';\nexport { validateAction } from '@actions/languageservice/validate-action';\n";
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) }, bundle: true, format: 'esm', platform: 'node', write: false });
  const folder = emptyFolder();
  const file = join(folder, 'checker.mjs');
  await writeFile(file, outputFiles[0]?.text ?? '');
  try {
    return (await import(pathToFileURL(file).href)) as Checker;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What GitHub's own checker has against an action or a workflow, by its path; without asking what other actions take. */
export async function githubComplaints(path: string, text: string): Promise<string[]> {
  // It remembers what it has read by address.
  const document = TextDocument.create(`file:///${randomUUID()}/${path}`, 'yaml', 1, text);
  const { validate, validateAction } = await (checker ??= loadChecker());
  const found = await (path.endsWith('action.yml') ? validateAction : validate)(document);
  return found.map(({ message, range }) => `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`);
}

/** Where a step runs, and what it knows. */
export interface Runner {
  cwd: string;
  /** Known to the `env` of a step alone. */
  inputs: Readonly<Record<string, string>>;
  variables: NodeJS.ProcessEnv;
}

/** Runs a step as a runner of GitHub runs it with `shell: bash`. */
export function runStep({ run, env = {} }: ScriptStep, { cwd, inputs, variables }: Runner): Promise<CliResult> {
  const given = Object.entries(env).map(([name, value]) => [name, value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => inputs[input] ?? '')]);
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], { cwd, env: { ...process.env, ...(Object.fromEntries(given) as NodeJS.ProcessEnv), ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

export const readText = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
