import { NewsScrapeError } from '../errors.js';
import { en } from '../messages/en.js';
import type { PostForm } from '../post/form.js';
import { findPlace, type Place } from '../post/place.js';
import { diskView } from './disk-view.js';
import type { Io } from './io.js';
import type { PostOptions } from './options/post.js';
import type { Terminal } from './terminal.js';

/** Where the posts of a command go and how they look. */
export interface Settled {
  folder: string;
  form: PostForm;
}

/**
 * Settles folder and form of the posts before anything is fetched, and says which site had a part in it.
 * @throws NewsScrapeError `site_unreadable`, `usage`
 */
export async function settlePosts(options: PostOptions & { out?: string; quiet?: boolean }, io: Io): Promise<Settled> {
  const place = await findPlace(options, diskView);
  const { terminal } = io;
  const { profile, site } = place;
  if (site && options.profile === undefined && !options.quiet) terminal.line(en.cli.siteFound(profile.name, site.sign, profile.id));
  if (options.body === 'html') checkHtml(place, terminal);
  return { folder: place.folder, form: { profile, body: options.body, zone: site?.zone } };
}

/** A generator that drops HTML would publish posts without a body, and say nothing. */
function checkHtml({ profile, site }: Place, terminal: Terminal): void {
  if (profile.keepsHtml?.(site?.config ?? {}) !== false) return;
  if (site) throw new NewsScrapeError('usage', { detail: en.cli.htmlDropped(profile.name) });
  terminal.line(en.cli.htmlMayBeDropped(profile.name));
}
