import type { Naming } from '../archive/store.js';
import { NewsScrapeError, systemDetail } from '../errors.js';
import { messages } from '../messages/messages.js';
import type { DocumentTemplate } from '../post/document-template.js';
import type { NameForm } from '../post/file-name.js';
import { namingFor, type PostForm } from '../post/form.js';
import { DEFAULT_NAME, uses } from '../post/name-template.js';
import { picturePlaceOf, type PicturePlace } from '../post/picture-place.js';
import { findPlace, type Place } from '../post/place.js';
import { profileOf, PROFILES } from '../post/profiles/index.js';
import type { Profile } from '../post/profiles/profile.js';
import { parseSetting, type Setting } from '../post/setting.js';
import { loadSlug } from '../post/slug.js';
import { diskView } from './disk-view.js';
import type { Io } from './io.js';
import { invalid } from './options/invalid.js';
import type { NameOptions, PostOptions } from './options/post.js';
import type { Terminal } from './terminal.js';

/** Where the posts of a command go and how they look. */
export interface Settled {
  folder: string;
  naming: Naming;
  /** Folder of the pictures that stand with posts. */
  pictures: string;
  form: PostForm;
}

/**
 * Settles folder and form of the posts before anything is fetched, and says which site had a part in it.
 * @throws NewsScrapeError `site_unreadable`, `template_invalid`, `template_unreadable`, `usage`
 */
export async function settlePosts(options: PostOptions & NameOptions & { out?: string; quiet?: boolean }, io: Io): Promise<Settled> {
  const place = await findPlace({ out: options.out, profile: options.profile && profileOf(options.profile) }, diskView);
  const { terminal } = io;
  const { profile, site } = place;
  if (site && options.profile === undefined && !options.quiet) terminal.line(messages.post.siteFound(profile.name, site.sign, profile.id));
  const asksForHtml = options.body === 'html' ? '--body' : options.images === 'html' ? '--images' : undefined;
  if (asksForHtml !== undefined) checkHtml(asksForHtml, place, terminal);
  if (options.excerpt !== undefined) checkExcerpt(profile);
  const pictures = picturePlaceOf(place, options.body);
  if (options.images === 'download' && !options.quiet) tellDoubt(pictures, place, terminal);
  return { folder: place.folder, naming: namingFor(profile), pictures: pictures.folder, form: await formOf(place, pictures, options, io) };
}

async function formOf({ profile, site }: Place, pictures: PicturePlace, options: PostOptions & NameOptions, io: Io): Promise<PostForm> {
  const { body, images, fields, set, category, author, comments, sourceLink, excerpt, headingFromBold, template, filename } = options;
  return {
    profile,
    body,
    images,
    pictures: images === 'download' ? { inText: pictures.inText, inFrontMatter: pictures.inFrontMatter } : undefined,
    zone: site?.zone,
    extra: fields,
    set: set && new Map(set.map(readSetting)),
    categories: category,
    author,
    comments,
    sourceLink,
    excerpt,
    headingFromBold,
    template: template === undefined ? undefined : await loadTemplate(template, io),
    name: await nameForm(profile, filename),
  };
}

function readSetting(text: string): Setting {
  const setting = parseSetting(text);
  if (!setting) throw invalid('--set', text, messages.post.expectedSet);
  return setting;
}

/** The dictionary and the template language are loaded only for who uses them. */
async function nameForm({ startsWithDay }: Profile, template = DEFAULT_NAME): Promise<NameForm> {
  return { template, startsWithDay, slugOf: uses(template, 'slug') ? await loadSlug() : undefined };
}

async function loadTemplate(file: string, io: Io): Promise<DocumentTemplate> {
  const { parseDocumentTemplate } = await import('../post/document-template.js');
  const bytes = await io.readFile(file).catch((error: unknown) => {
    throw new NewsScrapeError('template_unreadable', { file, detail: systemDetail(error) }, { cause: error });
  });
  return parseDocumentTemplate(file, new TextDecoder().decode(bytes));
}

/** A generator that drops HTML would publish posts without a body, and say nothing. */
function checkHtml(option: string, { profile, site }: Place, terminal: Terminal): void {
  if (profile.keepsHtml?.(site?.config ?? {}) !== false) return;
  if (site) throw new NewsScrapeError('usage', { detail: messages.post.htmlDropped(option, profile.name) });
  terminal.line(messages.post.htmlMayBeDropped(profile.name));
}

function tellDoubt({ doubt }: PicturePlace, { profile, site }: Place, terminal: Terminal): void {
  if (!doubt || !site) return;
  terminal.line('unreadable' in doubt ? messages.pictures.pathUnreadable(profile.name, site.sign, doubt.unreadable) : messages.pictures.notCopied(doubt.notCopied));
}

function checkExcerpt({ id, excerpt }: Profile): void {
  const others = PROFILES.filter((profile) => profile.excerpt).map((profile) => profile.id);
  if (!excerpt) throw new NewsScrapeError('usage', { detail: messages.post.noExcerpt(id, others) });
}
