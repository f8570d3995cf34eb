import { dirname, join } from 'node:path';
import { NewsScrapeError, deepestCause } from '../errors.js';
import { parseConfig } from './config-file.js';
import { setting, type Config } from './config.js';
import type { ConfigFile, Profile, SiteSigns } from './profiles/profile.js';
import { isZone } from './zone.js';

/** What may be asked of a disk to find a site. */
export interface FolderView {
  /** Names of what is in a folder; none if it is not there. */
  names(folder: string): Promise<readonly string[]>;
  text(file: string): Promise<string>;
}

/** A blog as its generator knows it. */
export interface Site {
  profile: Profile;
  root: string;
  /** The file or folder that told, as a path below the root. */
  sign: string;
  config: Config;
  zone: string | undefined;
}

/**
 * The site that a folder belongs to: its root is the folder or one above it, but not above a repository.
 * @param profiles the generators that may own it
 * @throws NewsScrapeError `site_unreadable` if its configuration is damaged
 */
export async function findSite(folder: string, view: FolderView, profiles: readonly Profile[]): Promise<Site | undefined> {
  const names = await view.names(folder);
  for (const profile of profiles) {
    const site = profile.site && (await readSite(folder, names, profile, profile.site, view));
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

async function readSite(root: string, names: readonly string[], profile: Profile, signs: SiteSigns, view: FolderView): Promise<Site | undefined> {
  const known = await knownByName(root, names, signs, view);
  for (const file of signs.configs ?? []) {
    if (!(await exists(root, names, file.path, view))) continue;
    const config = await readConfig(root, file, view, known !== undefined);
    if (!config || !(known !== undefined || (file.is?.(config, names) ?? true))) continue;
    return { profile, root, sign: file.path, config, zone: zoneOf(signs, config) };
  }
  return known === undefined ? undefined : { profile, root, sign: known, config: {}, zone: undefined };
}

async function knownByName(root: string, names: readonly string[], signs: SiteSigns, view: FolderView): Promise<string | undefined> {
  if (signs.entry !== undefined && names.includes(signs.entry)) return signs.entry;
  return signs.package !== undefined && names.includes(PACKAGE) && (await dependsOn(signs.package, join(root, PACKAGE), view)) ? PACKAGE : undefined;
}

const PACKAGE = 'package.json';

async function dependsOn(name: string, file: string, view: FolderView): Promise<boolean> {
  try {
    const description = parseConfig(file, await view.text(file));
    return ['dependencies', 'devDependencies'].some((kind) => setting(description, kind, name) !== undefined);
  } catch {
    return false;
  }
}

async function exists(root: string, names: readonly string[], path: string, view: FolderView): Promise<boolean> {
  const folder = dirname(path);
  if (folder === '.') return names.includes(path);
  return names.includes(folder.split('/')[0] ?? '') && (await view.names(join(root, folder))).includes(path.slice(folder.length + 1));
}

async function readConfig(root: string, { path, isCommonName }: ConfigFile, view: FolderView, isSure: boolean): Promise<Config | undefined> {
  const file = join(root, path);
  try {
    return parseConfig(file, await view.text(file));
  } catch (error) {
    if (isCommonName && !isSure) return undefined;
    throw new NewsScrapeError('site_unreadable', { file, detail: deepestCause(error).split('\n')[0] ?? '' }, { cause: error });
  }
}

function zoneOf(signs: SiteSigns, config: Config): string | undefined {
  const zone = signs.zone?.(config);
  return zone !== undefined && isZone(zone) ? zone : undefined;
}
