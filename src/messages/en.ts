import type { ErrorCode, ErrorParams } from '../error-params.js';
import type { Reason } from '../outcome.js';
import { enCauseFamilies, enCauses, enExchange } from './en-causes.js';
import { enCli } from './en-cli.js';
import { enConfig, enMistakes } from './en-config.js';
import { enPictures } from './en-pictures.js';
import { enPost } from './en-post.js';
import { enCompletion } from './en-completion.js';
import { enExamples } from './en-examples.js';
import { enExplain } from './en-explain.js';
import { enDoctor } from './en-doctor.js';
import { enFilter } from './en-filter.js';
import { enFeeds } from './en-feeds.js';
import { enHooks } from './en-hooks.js';
import { enExitCodes } from './en-exit-codes.js';
import { enUsage } from './en-usage.js';
import { enInit } from './en-init.js';
import { enPreview } from './en-preview.js';
import { enStats } from './en-stats.js';
import { enWatch } from './en-watch.js';
import { enTelling } from './en-telling.js';

const instead = (alternative: string | undefined, otherwise: string): string =>
  alternative === undefined ? otherwise : `Use the live feed ${alternative} instead.`;

/** For an answer of 500 and above. */
const SERVER_TROUBLE = 'The trouble is on its side: try again later.';

const until = (retryAt: string | undefined): string | undefined =>
  retryAt === undefined ? undefined : `It asks to be left alone until ${retryAt}. Try again after that.`;

const errors: { [C in ErrorCode]: (params: ErrorParams[C]) => string } = {
  usage: ({ detail }) => detail,
  option_invalid: ({ option, value, expected }) => `${option} ${value}: expected ${expected}.`,
  feed_unknown: ({ feed, nearest }) =>
    `${feed}: no such feed. ${nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}? ` : ''}"news-scrape feeds" lists the catalogue; a URL, a file or - works too.`,
  feed_file_unreadable: ({ file, detail }) => `${file}: the feed file cannot be read (${detail}). Check the path and its permissions.`,
  feed_unreachable: ({ url, cause, alternative }) =>
    `${url}: the feed cannot be fetched (${cause}). ${instead(alternative, 'Check the address and the network, then run again.')}`,
  feed_http_status: ({ url, status, retryAt, alternative }) =>
    `${url}: the feed answered HTTP ${status}. ${instead(alternative, until(retryAt) ?? (status >= 500 ? SERVER_TROUBLE : 'Check that the address is still right.'))}`,
  feed_is_html: ({ url, alternative }) =>
    `${url}: a web page, not a feed. ${instead(alternative, 'Give the address of its RSS, Atom or JSON feed.')}`,
  feed_unrecognized: ({ url, start }) =>
    `${url}: not a feed that this program knows (it begins with ${JSON.stringify(start)}). RSS, Atom, JSON Feed and the Sina roll API are read.`,
  feed_malformed: ({ url, detail }) => `${url}: the feed is damaged (${detail}). Try again later, or tell its publisher.`,
  feed_truncated: ({ url, detail }) => `${url}: the feed's JSON ends early or is damaged (${detail}). Try again later.`,
  feed_api_status: ({ url, status, message }) =>
    `${url}: the roll API refused with status ${status}${message ? ` (${message})` : ''}. Check pageid and lid.`,
  feed_no_data: ({ url }) => `${url}: the roll API's answer has no list of articles. Check pageid and lid, or try again later.`,
  feed_empty: ({ url, alternative }) =>
    `${url}: the feed holds no item at all; it is probably dead. ${instead(alternative, '"news-scrape feeds" lists live ones.')}`,
  network: ({ url, cause }) => `${url}: ${cause}. Check the address and the network, then try again.`,
  timeout: ({ url, seconds }) => `${url}: no complete answer within ${seconds} s. Try again later.`,
  http_status: ({ url, status, retryAt }) =>
    `${url}: the server answered HTTP ${status}. ${until(retryAt) ?? (status >= 500 ? SERVER_TROUBLE : 'Open it in a browser to see whether it still exists.')}`,
  too_large: ({ url, limit }) => `${url}: larger than ${Math.round(limit / 1024 / 1024)} MiB, the limit for what is read. Left out.`,
  too_many_redirects: ({ url, limit }) => `${url}: more than ${limit} redirects. Open it in a browser to see where it leads.`,
  private_address: ({ url, address }) =>
    `${url}: leads to ${address}, an address of a private network, where no news site is. If it is yours, use --allow-private.`,
  robots: ({ url }) => `${url}: the site's robots.txt forbids programs to fetch it. For a site of your own use --ignore-robots.`,
  robots_unreachable: ({ url, status }) =>
    `${url}: not asked for, because the site's robots.txt cannot be read (HTTP ${status}). Try again later; for a site of your own use --ignore-robots.`,
  url_hidden: ({ url }) => `${url}: a secret in this address was not kept, so that only its feed can bring the article. Fetch it while the feed lists it.`,
  url_unsupported: ({ url }) => `${url}: only http and https addresses can be fetched.`,
  page_file_unreadable: ({ file, detail }) => `${file}: the page cannot be read (${detail}). Check the path and its permissions.`,
  page_not_html: ({ url, type }) => `${url}: not a web page but ${type || 'something unknown'}.`,
  page_blocked: ({ url, sign }) => `${url}: a check for robots or a login stands before the article (${sign}). Try later and slower, or open it in a browser.`,
  page_is_error: ({ url, sign }) => `${url}: an error page in place of the article (${sign}).`,
  page_empty: ({ url, characters }) =>
    `${url}: only ${characters} characters of article text found. The page may have a layout that is not known yet.`,
  page_no_title: ({ url }) => `${url}: no title found. The page may have a layout that is not known yet.`,
  page_shrunk: ({ url }) => `${url}: the page now has less than half of the text of its post, which stays as it is. Look at both; refresh --force takes the page.`,
  page_video_only: ({ url }) => `${url}: a video without article text.`,
  page_pictures_only: ({ url }) => `${url}: pictures without article text.`,
  page_is_index: ({ url }) => `${url}: a list of articles, not an article.`,
  page_unreadable: ({ url, detail }) => `${url}: this page could not be processed (${detail}). Please report it with its address.`,
  picture_unusable: ({ url, detail }) => `${url}: the picture is not kept (${detail}).`,
  item_no_url: ({ title }) => `${title || 'an item without title'}: the feed gives no address and no text for this item.`,
  archive_corrupt: ({ file, line, detail, copy }) =>
    `${file}, line ${line}: not an archive entry (${detail}). Nothing was changed${copy === undefined ? '' : `, and a copy is kept as ${copy}`}. Repair or remove that line, then run again.`,
  archive_newer: ({ file, version }) =>
    `${file}: written by a newer news-scrape (format ${version}). Nothing was changed. Update news-scrape.`,
  archive_changed: ({ file }) => `${file}: another program has changed the archive while this run went on. Run again.`,
  archive_unreadable: ({ file, detail }) => `${file}: the archive cannot be read (${detail}). Check its permissions.`,
  config_unreadable: ({ file, detail }) => `${file}: the configuration cannot be read (${detail}). Check the path and its permissions.`,
  config_invalid: ({ file, mistakes }) => enMistakes(file, mistakes),
  opml_unreadable: ({ file, detail }) => `${file}: no list of feeds that can be read (${detail}). Export it once more as OPML.`,
  template_invalid: ({ file, line, detail }) => `${file}, line ${line}: ${detail}. The README lists what a template can use.`,
  template_unreadable: ({ file, detail }) => `${file}: the template cannot be read (${detail}). Check the path and its permissions.`,
  site_unreadable: ({ file, detail }) =>
    `${file}: the configuration of the site cannot be read (${detail}). Repair it, or name a folder outside of the site.`,
  port_unusable: ({ port, detail }) => `port ${port}: cannot be listened on (${detail}). Take another one with --port, or 0 for a free one.`,
  output_locked: ({ dir, owner }) => `${dir}: another run holds this folder (${owner}). Wait for it to end, or let --wait do so.`,
  output_lock_lost: ({ dir }) => `${dir}: this run stood still for so long that another one has taken the folder over. What was written is complete; the other run goes on.`,
  output_unwritable: ({ path, detail }) => `${path}: cannot be written (${detail}). Check the folder, its permissions and the free space.`,
  interrupted: ({ signal }) => `Stopped by ${signal}; what was written is complete.`,
};

const reasons: Record<Reason, string> = {
  new: 'a new article',
  feed_text: 'a new article, from the full text in the feed because its page has none',
  restored: 'a post that a person had deleted, written again because of --force',
  changed: 'written again in its place, because the article or the way it is read has changed',
  forced: 'written again over the edits of a person, because of --force',
  known: 'written by an earlier run',
  same: 'read again, with the same result',
  edited: 'a person has edited the post; it stays as it is',
  deleted: 'a person has deleted the post; it is not written again',
  gone: 'the page is gone (HTTP 404 or 410); the post stays',
  hidden: 'its address holds a secret, which no file keeps; the post stays until its feed brings it again',
  adopted: 'a post that was not written by this program; it stays as it is',
  video_only: 'a video without article text',
  pictures_only: 'pictures without article text',
  index_page: 'a list of articles, not an article',
  robots: 'robots.txt forbids it, as long as it does',
  too_old: 'older than --max-age or --since allows',
  excluded: 'its title matches --exclude',
  not_included: 'its title matches no --include',
  caught_up: 'marked as seen by --catch-up, and not asked for',
  rests: 'failed a short while ago, and is asked for again in a later run',
  gave_up: 'failed for days and is not asked for again',
  not_found: 'the page is gone (HTTP 404 or 410)',
  http_status: 'the server answered with an error status',
  network: 'the page could not be fetched',
  timeout: 'the page did not come in time',
  private_address: 'the address leads into a private network',
  too_large: 'the page is larger than any article',
  not_html: 'the address leads to something that is no web page',
  blocked: 'a check for robots or a login stands before the article',
  error_page: 'an error page in place of the article',
  empty_body: 'too little or no article text was found',
  no_title: 'no title was found',
  shrunk: 'the page has lost more than half of the text that its post has; the post stays',
  unreadable: 'the page could not be processed',
  no_url: 'the feed gives no address for the item',
  url_unsupported: 'the address is neither http nor https',
  not_a_post: 'the file has no front matter that names its article',
};

/** What a feed can fail with. */
type FeedReason = Exclude<Extract<ErrorCode, `feed_${string}`>, 'feed_unknown'> | 'timeout' | 'too_large' | 'url_unsupported' | 'private_address' | 'too_many_redirects';

const feedReasons: Record<FeedReason, string> = {
  feed_file_unreadable: 'the file cannot be read',
  feed_unreachable: 'its server does not answer',
  feed_http_status: 'its server answered with an error status',
  feed_is_html: 'the address leads to a web page',
  feed_unrecognized: 'neither RSS, Atom, JSON Feed nor the roll API',
  feed_malformed: 'damaged XML or JSON',
  feed_truncated: 'its JSON ends early',
  feed_api_status: 'the roll API refused',
  feed_no_data: 'the roll API gave no list',
  feed_empty: 'it holds no item at all',
  timeout: 'it did not come in time',
  too_large: 'it is larger than any feed',
  url_unsupported: 'it leads to an address that is neither http nor https',
  private_address: 'it leads into a private network',
  too_many_redirects: 'it leads from one address to the next',
};

/** Why a line of the archive is refused, and who holds the lock: quoted in `archive_corrupt` and `output_locked`. */
const archive = {
  conflict: 'a conflict mark of git: keep the lines of both sides and remove the marks',
  notJson: 'not JSON',
  noHeader: 'the first line is not the header that the archive begins with',
  field: (name: string): string => `the field ${JSON.stringify(name)} is missing, wrong or out of place`,
  notAPost: (file: string): string => `${file}: its front matter does not tell which article it is: neither an address nor title and date. It was left alone.`,
  owner: (pid: number, host: string, started: string): string => `process ${pid} on ${host} since ${started}`,
  ownerUnknown: (since: string): string => `a process that gave no name, since ${since}`,
};

/** Every sentence that a person may read, in English. Each other language has a file of the same shape: a new message needs all of them. */
export const en = {
  errors,
  reasons,
  feedReasons,
  archive,
  exitCodes: enExitCodes,
  cli: enCli,
  config: enConfig,
  feeds: enFeeds,
  post: enPost,
  pictures: enPictures,
  explain: enExplain,
  telling: enTelling,
  filter: enFilter,
  hooks: enHooks,
  doctor: enDoctor,
  watch: enWatch,
  usage: enUsage,
  examples: enExamples,
  stats: enStats,
  preview: enPreview,
  init: enInit,
  completion: enCompletion,
  causes: enCauses,
  causeFamilies: enCauseFamilies,
  exchange: enExchange,
};
