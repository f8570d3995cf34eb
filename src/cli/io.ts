import type { Readable, Writable } from 'node:stream';
import { createReadStream } from 'node:fs';
import { isatty } from 'node:tty';
import { unwritable } from '../archive/unwritable.js';
import { NewsScrapeError, systemCode } from '../errors.js';
import { MAX_BYTES } from '../http/limits.js';
import { stopIfInterrupted } from '../interrupt.js';
import { speakIn, type Language } from '../messages/languages.js';
import { messages } from '../messages/messages.js';
import { createTerminal, type Terminal } from './terminal.js';

/** The process as the commands see it. */
export interface Io {
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable;
  /** The person at standard error. */
  terminal: Terminal;
  /** Rejects with `too_large` what has more than `most` bytes, or more than anything that the program reads. */
  readFile: (path: string, most?: number) => Promise<Uint8Array>;
  readStdin: (most?: number) => Promise<Uint8Array>;
  /** Puts a question to the person at standard input; undefined where nobody is. The answer is empty at the end of input. */
  ask?: ((question: string) => Promise<string>) | undefined;
  now: () => Date;
  env: NodeJS.ProcessEnv;
  /** Says all further messages in the language that a configuration names; does nothing if the user named one. */
  speakIn: (language: Language) => Promise<void>;
  signal: AbortSignal;
}

/** The reader of standard output went away; there is nothing left to do and nothing to say. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** The real process. */
export function processIo(signal: AbortSignal): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    terminal: createTerminal(process.stderr, process.env),
    readFile: (path, most) => readAll(createReadStream(path), path, most),
    readStdin: (most) => readStdin(signal, most),
    ask: isatty(0) ? async (question) => (await import('./ask-person.js')).askPerson(question, signal) : undefined,
    now: () => new Date(),
    env: process.env,
    speakIn,
    signal,
  };
}

/** Ends with the signal even while the other side keeps its end open. */
async function readStdin(signal: AbortSignal, most?: number): Promise<Uint8Array> {
  // Few read standard input, and the module takes a millisecond to load.
  const { addAbortSignal } = await import('node:stream');
  try {
    return await readAll(addAbortSignal(signal, process.stdin), '-', most);
  } catch (error) {
    stopIfInterrupted(signal);
    throw error;
  }
}

const LARGEST = Math.max(...Object.values(MAX_BYTES));

/** @throws NewsScrapeError `too_large`, before more than that is read */
async function readAll(stream: Readable, name: string, most = LARGEST): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) throw new NewsScrapeError('too_large', { url: name, limit: most });
  }
  return Buffer.concat(chunks);
}

/** Milliseconds that a reader has to take what is being written when the run shall end. */
const LAST_WAIT = 1_000;

/**
 * Writes all of `text` to standard output, waiting for a slow reader as long as the run goes on.
 * @throws OutputClosed if the reader is gone
 * @throws NewsScrapeError `output_unwritable` for any other failure, such as a full disk; `interrupted` if the run shall
 * end and nobody reads
 */
export async function write({ stdout, signal }: Pick<Io, 'stdout' | 'signal'>, text: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let hurry = (): void => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const giveUp = (): void => reject(new NewsScrapeError('interrupted', { signal: String(signal.reason) }));
      hurry = () => void (timer = setTimeout(giveUp, LAST_WAIT));
      if (signal.aborted) hurry();
      else signal.addEventListener('abort', hurry, { once: true });
      stdout.write(text, (error) => {
        if (!error) resolve();
        else reject(systemCode(error) === 'EPIPE' ? new OutputClosed('EPIPE', { cause: error }) : unwritable(messages.telling.standardOutput, error));
      });
    });
  } finally {
    signal.removeEventListener('abort', hurry);
    clearTimeout(timer);
  }
}
