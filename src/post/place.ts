import { join, relative, resolve } from 'node:path';
import { DEFAULT_PROFILE, PROFILES } from './profiles/index.js';
import type { Profile } from './profiles/profile.js';
import { findSite, postsFolder, type FolderView, type Site } from './site.js';

/** Where posts go, and for which generator. */
export interface Place {
  /** The folder of the posts, as the user would type it. */
  folder: string;
  profile: Profile;
  /** The site around the folder, where one was found. */
  site: Site | undefined;
}

/** Where posts go if neither the user nor a site says so. */
const DEFAULT_FOLDER = 'posts';

/**
 * Finds the place of the posts. A folder that is the root of a site leads to the site's folder for posts; the site
 * around a folder decides the profile, unless `profile` does.
 * @param out the folder that the user named; without one, the working folder is looked at
 * @throws NewsScrapeError `site_unreadable`
 */
export async function findPlace({ out, profile }: { out?: string | undefined; profile?: Profile | undefined }, view: FolderView): Promise<Place> {
  const named = out ?? '.';
  const site = await findSite(resolve(named), view, profile ? [profile] : PROFILES);
  return { folder: await folderFor(out, site, view), profile: profile ?? site?.profile ?? DEFAULT_PROFILE, site };
}

async function folderFor(out: string | undefined, site: Site | undefined, view: FolderView): Promise<string> {
  const named = resolve(out ?? '.');
  if (site?.root === named && site.profile.folders({}).length > 0) return join(out ?? '', relative(named, await postsFolder(site, view)));
  return out ?? DEFAULT_FOLDER;
}
