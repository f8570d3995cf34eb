import { messages } from '../../messages/messages.js';
import type { Io } from '../io.js';
import type { HookOptions } from '../options/hooks.js';
import { jsonLine } from './data.js';
import type { DataRecord } from './records.js';

const MINUTE = 60_000;
/** Milliseconds; what follows a run may be the build of a site. */
const LIMITS = { onWritten: MINUTE, onFinish: 10 * MINUTE } as const;
const FLAGS = { onWritten: '--on-written', onFinish: '--on-finish' } as const;

export type HookName = keyof typeof LIMITS;

/**
 * Runs the user's command of this name, if there is one, with the record as `--json` has it.
 * @returns what went wrong, as a whole sentence
 */
export async function callHook(name: HookName, commands: HookOptions, record: DataRecord, { terminal, signal }: Pick<Io, 'terminal' | 'signal'>): Promise<string | undefined> {
  const command = commands[name];
  if (!command) return undefined;
  const { runHook } = await import('../../hooks/run-hook.js');
  let failure: string | undefined;
  await terminal.aside(async () => {
    failure = await runHook(command, { input: jsonLine(record), limit: LIMITS[name], signal });
  });
  if (failure === undefined) return undefined;
  return messages.hooks.failed(FLAGS[name], command[0] ?? '', failure, record.type === 'article' ? record.file : undefined);
}
