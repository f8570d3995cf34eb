import { lstat, mkdir, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from '../errors.js';

/** Paths of the state that belongs to the output folder `dir`. */
export function statePaths(dir: string): Record<'folder' | 'archive' | 'feeds' | 'runs' | 'lock' | 'tmp' | 'intent', string> {
  const folder = join(dir, '.news-scrape');
  return {
    folder,
    archive: join(folder, 'archive.jsonl'),
    feeds: join(folder, 'feeds.jsonl'),
    runs: join(folder, 'runs.jsonl'),
    lock: join(folder, 'lock'),
    tmp: join(folder, 'tmp'),
    intent: join(folder, 'tmp', 'intent'),
  };
}

/** What git has to know of the folder: the archive is meant for it, and lines that two machines add both stay. */
const GIT_FILES: Readonly<Record<string, string>> = {
  '.gitignore': 'lock\nruns.jsonl\ntmp/\n*.damaged-*\n',
  '.gitattributes': '*.jsonl merge=union text eol=lf\n',
};

/** Makes `<dir>/.news-scrape` on need. */
export async function makeStateFolder(dir: string): Promise<void> {
  const { folder } = statePaths(dir);
  const made = await makeFolder(folder);
  if (made === undefined) return;
  for (const [name, text] of Object.entries(GIT_FILES)) await writeFile(join(folder, name), text);
}

/** Removes `<dir>/.news-scrape` again if nothing was ever archived there. Only for a holder of the lock that let go. */
export async function removeEmptyStateFolder(dir: string): Promise<void> {
  const { folder } = statePaths(dir);
  const left = await readdir(folder).catch(() => []);
  if (left.some((name) => !Object.hasOwn(GIT_FILES, name))) return;
  for (const name of left) await rm(join(folder, name), { force: true });
  await rmdir(folder).catch(() => undefined);
}

/**
 * Makes a folder and those above it, as `mkdir` with `recursive` does; but that one never comes back where a folder
 * exists and takes no new ones, such as Linux's /proc.
 * @returns the topmost folder that was made, undefined if all were there
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      const found = await stat(path).catch(() => undefined);
      if (found?.isDirectory()) return undefined;
      // Another process has removed it meanwhile, unless it is a link that leads nowhere.
      if (!found && !(await isLink(path))) return makeFolder(path);
    }
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
  }
  const made = await makeFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
  return made ?? path;
}

const isLink = (path: string): Promise<boolean> => lstat(path).then((found) => found.isSymbolicLink(), () => false);
