import type { RawPage } from '../article/read-page.js';
import { NewsScrapeError, isNewsScrapeError, systemCode, systemDetail } from '../errors.js';
import { MAX_BYTES } from '../http/limits.js';
import { messages } from '../messages/messages.js';
import { parsePageRecord, recordFile, type PageRecord } from './page-record.js';

type ReadFile = (path: string, most?: number) => Promise<Uint8Array>;

/**
 * A page from a file. A page that was saved is read as it came: with its address, its Content-Type and its status.
 * @throws NewsScrapeError `page_file_unreadable`, `too_large`; `http_status` for a saved page with the status of a failure
 */
export async function loadPageFile(file: string, readFile: ReadFile): Promise<RawPage> {
  const body = await readOrExplain(file, readFile);
  const record = await loadRecord(recordFile(file), readFile);
  if (!record) return { name: file, url: '', contentType: '', body };
  const { url, contentType, status } = record;
  if (status < 200 || status > 299) throw new NewsScrapeError('http_status', { url, status });
  return { name: file, url, contentType, body };
}

async function loadRecord(file: string, readFile: ReadFile): Promise<PageRecord | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw unreadable(file, systemDetail(error), error);
  }
  const record = await parsePageRecord(new TextDecoder().decode(bytes));
  if (!record) throw unreadable(file, messages.cli.noPageRecord);
  return record;
}

async function readOrExplain(file: string, readFile: ReadFile): Promise<Uint8Array> {
  try {
    return await readFile(file, MAX_BYTES.page);
  } catch (error) {
    throw isNewsScrapeError(error) ? error : unreadable(file, systemDetail(error), error);
  }
}

const unreadable = (file: string, detail: string, cause?: unknown): NewsScrapeError => new NewsScrapeError('page_file_unreadable', { file, detail }, { cause });
