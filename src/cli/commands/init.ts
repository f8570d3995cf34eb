import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { writeFileAtomic } from '../../archive/atomic.js';
import { unwritable } from '../../archive/unwritable.js';
import { CONFIG_FILE } from '../../config/find.js';
import { parseConfig } from '../../config/parse.js';
import { NewsScrapeError, systemCode } from '../../errors.js';
import type { Schedule } from '../../init/kinds.js';
import { configText } from '../../init/config-text.js';
import { cronLine, systemdUnits, workflowText, type Program } from '../../init/schedules.js';
import { messages } from '../../messages/messages.js';
import { findPlace, type Place } from '../../post/place.js';
import { profileOf } from '../../post/profiles/index.js';
import { VERSION } from '../../version.js';
import { askForInit } from '../ask-for-init.js';
import { diskView } from '../disk-view.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import type { InitOptions } from '../options/init.js';
import { fetchKeys } from '../options/keys.js';

/**
 * `news-scrape init`: writes a configuration for the blog of a folder, and what runs it again and again. The paths of the
 * files that it has written are data, as are lines for other programs.
 * @throws NewsScrapeError `usage` where there is a configuration already; `site_unreadable`, `output_unwritable`
 */
export async function initCommand(folder: string, options: InitOptions, io: Io): Promise<ExitCode> {
  await checkFolder(folder);
  const { terminal, now } = io;
  const place = await findPlace({ out: folder, profile: options.profile && profileOf(options.profile) }, diskView);
  const isRoot = place.site?.root === resolve(folder);
  const wishes = { profile: place.profile.id, out: isRoot ? '.' : './posts' };
  terminal.line(describePlace(place, folder, isRoot));
  const { schedule, ...answers } = await askForInit(options, io);
  const file = join(folder, CONFIG_FILE);
  const text = configText({ ...wishes, ...answers });
  parseConfig({ file, text }, fetchKeys(now));
  const files = new Map([[file, text], ...(schedule === 'github-actions' ? [workflowFor(folder)] : [])]);
  for (const path of files.keys()) refuseExisting(path);
  for (const [path, content] of files) {
    await create(path, content);
    await write(io, `${path}\n`);
  }
  await printSchedule(schedule, resolve(folder), io);
  terminal.line(messages.init.next(folder));
  return EXIT.ok;
}

function describePlace({ site, profile }: Place, folder: string, isRoot: boolean): string {
  if (site && isRoot) return messages.init.site(profile.name, site.sign);
  const out = join(folder, 'posts');
  return site ? messages.init.insideSite(profile.name, relative(process.cwd(), site.root) || '.', out) : messages.init.noSite(out);
}

async function checkFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then((found) => found.isDirectory(), () => false);
  if (!isFolder) throw new NewsScrapeError('usage', { detail: messages.init.noFolder(folder) });
  refuseExisting(join(folder, CONFIG_FILE));
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new NewsScrapeError('usage', { detail: messages.init.exists(file) });
}

const program = (): Program => ({ node: process.execPath, script: resolve(process.argv[1] ?? ''), version: VERSION });

/** Where GitHub looks for workflows: at the root of the repository. */
function workflowFor(folder: string): [path: string, content: string] {
  const root = repositoryOf(resolve(folder)) ?? resolve(folder);
  const below = relative(root, resolve(folder)).split(sep).join('/');
  return [join(relative(process.cwd(), root), '.github/workflows/news-scrape.yml'), workflowText(below, program())];
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

async function create(file: string, text: string): Promise<void> {
  try {
    await writeFileAtomic(file, text, { tmpDir: dirname(resolve(file)), replace: false });
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new NewsScrapeError('usage', { detail: messages.init.exists(file) }, { cause: error });
    throw unwritable(file, error);
  }
}

async function printSchedule(schedule: Schedule, folder: string, io: Io): Promise<void> {
  if (schedule === 'cron') {
    io.terminal.line(messages.init.cron);
    await write(io, `${cronLine(folder, program())}\n`);
  } else if (schedule === 'systemd') {
    io.terminal.line(messages.init.systemd);
    for (const [name, text] of Object.entries(systemdUnits(folder, program()))) await write(io, `# ${name}\n${text}\n`);
  }
}
