import { basename, dirname, join } from 'node:path';
import { NewsScrapeError, deepestCause } from '../errors.js';
import { hasSettings, isProgram, parseConfig } from './config-file.js';
import { isConfig, setting, type Config, type SiteFacts } from './config.js';
import type { ConfigFile, Profile, SiteSigns } from './profiles/profile.js';
import { isZone } from './zone.js';

/** What may be asked of a disk to find a site. */
export interface FolderView {
  /** Names of what is in a folder; none if it is not there. */
  names(folder: string): Promise<readonly string[]>;
  text(file: string): Promise<string>;
}

/** A blog as its generator knows it. */
export interface Site extends SiteFacts {
  profile: Profile;
  root: string;
  /** The file or folder that told, as a path below the root. */
  sign: string;
  zone: string | undefined;
}

/**
 * The site that a folder belongs to: its root is the folder or one above it, but not above a repository.
 * @param profiles the generators that may own it
 * @throws NewsScrapeError `site_unreadable` if its configuration is damaged
 */
export async function findSite(folder: string, view: FolderView, profiles: readonly Profile[]): Promise<Site | undefined> {
  const names = await view.names(folder);
  const root: Root = { path: folder, names, packages: names.includes(PACKAGE) ? await packagesIn(join(folder, PACKAGE), view) : [] };
  for (const profile of profiles) {
    const site = profile.site && (await readSite(root, profile, profile.site, view));
    if (site) return site;
  }
  const above = dirname(folder);
  return above === folder || names.includes('.git') ? undefined : findSite(above, view, profiles);
}

/** The folder of a site's posts: the first of those that its generator may use that has anything in it, else the first. */
export async function postsFolder({ profile, root, config }: Site, view: FolderView): Promise<string> {
  const folders = profile.folders(config).map((folder) => join(root, folder));
  for (const folder of folders) if ((await view.names(folder)).length > 0) return folder;
  return folders[0] ?? root;
}

/** A folder that may be the root of a site. */
interface Root extends Pick<SiteFacts, 'packages'> {
  path: string;
  names: readonly string[];
}

const PACKAGE = 'package.json';

async function readSite(root: Root, profile: Profile, signs: SiteSigns, view: FolderView): Promise<Site | undefined> {
  const { path, names, packages } = root;
  const known = knownByName(root, signs);
  for (const file of signs.configs ?? []) {
    if (!(await exists(root, file.path, view))) continue;
    const read = await readConfig(path, file, view, known !== undefined);
    if (!read || !(known !== undefined || (file.is?.(read.config, names) ?? true))) continue;
    return { profile, root: path, sign: file.path, ...read, packages, zone: zoneOf(signs, read.config) };
  }
  return known === undefined ? undefined : { profile, root: path, sign: known, config: {}, program: '', packages, zone: undefined };
}

function knownByName({ names, packages }: Root, signs: SiteSigns): string | undefined {
  if (signs.entry !== undefined && names.includes(signs.entry)) return signs.entry;
  return signs.package !== undefined && packages.includes(signs.package) ? PACKAGE : undefined;
}

/** Names of the packages that a description of one names; none if it is damaged. */
async function packagesIn(file: string, view: FolderView): Promise<string[]> {
  try {
    const description = parseConfig(file, await view.text(file));
    return ['dependencies', 'devDependencies'].map((kind) => setting(description, kind)).filter(isConfig).flatMap(Object.keys);
  } catch {
    return [];
  }
}

async function exists({ path: root, names }: Root, path: string, view: FolderView): Promise<boolean> {
  const folder = dirname(path);
  if (folder === '.') return names.includes(path);
  return names.includes(folder.split('/')[0] ?? '') && (await view.names(join(root, folder))).includes(path.slice(folder.length + 1));
}

async function readConfig(root: string, { path, isCommonName }: ConfigFile, view: FolderView, isSure: boolean): Promise<Pick<SiteFacts, 'config' | 'program'> | undefined> {
  const file = join(root, path);
  try {
    const main = await readSettings(file, view);
    const parts = dirname(path) === '.' ? {} : await readParts(file, view);
    return { config: { ...parts, ...main }, program: isProgram(path) ? await view.text(file) : '' };
  } catch (error) {
    if (isCommonName && !isSure) return undefined;
    throw error;
  }
}

/** In a folder of its own a configuration may be divided: files beside the main one hold what stands under the key of their name. */
async function readParts(file: string, view: FolderView): Promise<Config> {
  const names = (await view.names(dirname(file))).filter((name) => name !== basename(file) && hasSettings(name));
  const parts = names.map(async (name) => [name.replace(/\.\w+$/, ''), await readSettings(join(dirname(file), name), view)] as const);
  return Object.fromEntries(await Promise.all(parts));
}

async function readSettings(file: string, view: FolderView): Promise<Config> {
  try {
    return parseConfig(file, await view.text(file));
  } catch (error) {
    throw new NewsScrapeError('site_unreadable', { file, detail: deepestCause(error).split('\n')[0] ?? '' }, { cause: error });
  }
}

function zoneOf(signs: SiteSigns, config: Config): string | undefined {
  const zone = signs.zone?.(config);
  return zone !== undefined && isZone(zone) ? zone : undefined;
}
