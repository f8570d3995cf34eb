import type { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readFile } from 'node:fs/promises';

/** The process as the commands see it. */
export interface Io {
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean; columns?: number };
  readFile: (path: string) => Promise<Uint8Array>;
  readStdin: () => Promise<Uint8Array>;
  now: () => Date;
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
    readFile: (path) => readFile(path),
    readStdin: () => buffer(process.stdin),
    now: () => new Date(),
    signal,
  };
}

/**
 * Writes all of `text`, waiting for a slow reader.
 * @throws OutputClosed if the reader is gone
 */
export async function write(stream: Writable, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else reject('code' in error && error.code === 'EPIPE' ? new OutputClosed('EPIPE', { cause: error }) : error);
    });
  });
}
