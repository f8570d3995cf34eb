import { randomUUID } from 'node:crypto';
import { open, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openArchive } from '../archive/archive.js';
import { FeedMarks } from '../archive/feed-marks.js';
import { statePaths } from '../archive/folder.js';
import { conditionOf, describeOwner, sight } from '../archive/lock-owner.js';
import { isNewsScrapeError, systemCode, systemDetail } from '../errors.js';
import { messages } from '../messages/messages.js';
import { fail, ok, warn, type CheckName, type Verdict } from './check.js';

/** What is looked at in an output folder. */
export const FOLDER_CHECKS: readonly (readonly [CheckName, (dir: string) => Promise<Verdict>])[] = [
  ['folder', checkWritable],
  ['archive', checkArchive],
  ['lock', checkLock],
];

/** By writing a file: permissions do not tell of a full or a read-only disk. */
async function checkWritable(dir: string): Promise<Verdict> {
  try {
    const folder = await nearestFolder(resolve(dir));
    const probe = join(folder, `.news-scrape-${randomUUID()}`);
    await writeFile(probe, 'x', { flag: 'wx' }).finally(() => rm(probe, { force: true }));
    return ok(folder === resolve(dir) ? messages.doctor.writable : messages.doctor.willBeMade);
  } catch (error) {
    return fail(messages.doctor.unwritable(systemDetail(error)));
  }
}

/** The folder, or the one in which it would be made. */
async function nearestFolder(dir: string): Promise<string> {
  try {
    await stat(dir);
    return dir;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(dir) === dir) throw error;
    return nearestFolder(dirname(dir));
  }
}

async function checkArchive(dir: string): Promise<Verdict> {
  try {
    const archive = openArchive(dir);
    const articles = [...archive.records()].length;
    archive.close();
    await FeedMarks.open(dir);
    return ok(messages.doctor.archive(articles));
  } catch (error) {
    if (!isNewsScrapeError(error)) throw error;
    return fail(error.message);
  }
}

async function checkLock(dir: string): Promise<Verdict> {
  try {
    const handle = await open(statePaths(dir).lock, 'r');
    const found = await sight(handle).finally(() => handle.close());
    const isHeld = (await conditionOf(found, Date.now())) === 'held';
    return isHeld ? warn(messages.doctor.lockHeld(describeOwner(found))) : ok(messages.doctor.lockLeft(describeOwner(found)));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return ok(messages.doctor.lockFree);
    return fail(messages.doctor.lockUnreadable(systemDetail(error)));
  }
}
