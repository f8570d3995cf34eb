import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../archive/atomic.js';
import { makeFolder } from '../archive/folder.js';
import { unwritable } from '../archive/unwritable.js';
import { systemCode } from '../errors.js';
import { withoutSecrets } from '../url.js';
import { digest, pageName } from './page-name.js';
import { recordFile, type PageRecord } from './page-record.js';

/** An answer of a server for a page, whatever its status, with its bytes as they came. */
export interface PageAnswer {
  requestedUrl: string;
  url: string;
  status: number;
  contentType: string;
  body: Uint8Array;
}

/** Saves an answer; comes back once it is on the disk. */
export type SavePage = (answer: PageAnswer) => Promise<void>;

/**
 * Makes a folder of saved pages on need. Each page is saved there as it came, with its record beside; the bytes of
 * another page, or of the same page at another time, are never overwritten.
 * @throws NewsScrapeError `output_unwritable`, here and in every saving
 */
export async function openPageFolder(dir: string, { version, now }: { version: string; now: () => Date }): Promise<SavePage> {
  await orUnwritable(dir, () => makeFolder(dir));
  return async ({ body, ...answer }) => {
    const file = await orUnwritable(dir, () => place(dir, pageName(answer.requestedUrl), body));
    const { requestedUrl, url, status, contentType } = answer;
    const record: PageRecord = { format: 1, url: withoutSecrets(url), requestedUrl: withoutSecrets(requestedUrl), status, contentType, fetchedAt: now().toISOString(), version };
    await orUnwritable(dir, () => writeNew(dir, recordFile(file), `${JSON.stringify(record, null, 2)}\n`));
  };
}

/** Writes the bytes under the first name that is free, or holds the same bytes already. */
async function place(dir: string, name: string, body: Uint8Array): Promise<string> {
  const names = [name, `${name}-${digest(body, 8)}`, `${name}-${digest(body)}`].map((stem) => join(dir, `${stem}.html`));
  for (const file of names) {
    if ((await writeNew(dir, file, body)) || (await readFile(file)).equals(body)) return file;
  }
  throw new RangeError('the names of this page are taken by other pages');
}

/** False if the file exists; it is left alone. */
async function writeNew(dir: string, file: string, data: string | Uint8Array): Promise<boolean> {
  try {
    await writeFileAtomic(file, data, { tmpDir: dir, replace: false });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function orUnwritable<Result>(dir: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw unwritable(dir, error);
  }
}
