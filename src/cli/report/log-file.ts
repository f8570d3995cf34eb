import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { unwritable } from '../../archive/unwritable.js';
import { jsonLine } from './data.js';

/** A file of JSON lines to which several processes may append. */
export interface LogFile {
  /** Appends the record, with the time and the run that it belongs to. */
  write(record: object): void;
  close(): Promise<void>;
}

/**
 * Opens a log for appending. Once it cannot be written to any more (a full disk) it takes no further record: the articles
 * matter more.
 * @param onFailure told of that once
 * @throws NewsScrapeError `output_unwritable`
 */
export async function openLogFile(path: string, now: () => Date, onFailure: (error: Error) => void): Promise<LogFile> {
  const handle = await openForAppending(path);
  // A process id would not do: containers all have the same.
  const run = randomBytes(4).toString('hex');
  let isBroken = false;
  return {
    write: (record) => {
      if (isBroken) return;
      const line = jsonLine({ time: now().toISOString(), run, ...record });
      try {
        // One call and one line: what two processes append at a time does not mix.
        writeSync(handle.fd, line);
      } catch (error) {
        isBroken = true;
        onFailure(unwritable(path, error));
      }
    },
    close: () => handle.close(),
  };
}

async function openForAppending(path: string): Promise<FileHandle> {
  try {
    const handle = await open(path, 'a');
    await endTornLine(path, handle);
    return handle;
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** A full disk or a power cut may have left half a line, to which nothing must be added. */
async function endTornLine(path: string, handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  if (size === 0) return;
  const reader = await open(path, 'r');
  try {
    const { buffer } = await reader.read(Buffer.alloc(1), 0, 1, size - 1);
    if (buffer.toString('latin1') !== '\n') await handle.write('\n');
  } finally {
    await reader.close();
  }
}
