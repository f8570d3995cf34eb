import type { ArchiveRecord } from '../../archive/record.js';
import { formatShanghaiDay } from '../../dates.js';
import { messages } from '../../messages/messages.js';
import { parseFields } from '../../post/read-post.js';
import { splitPost } from '../../post/split-post.js';
import { pictureUrl } from '../document.js';
import { html, type Html } from '../html.js';
import type { PreviewSite } from '../site.js';
import { layout } from './layout.js';

const PER_PAGE = 30;
const STATUSES: readonly ArchiveRecord['status'][] = ['written', 'skipped', 'failed'];

interface Query {
  words: string;
  feed: string;
  status: string;
  page: number;
}

/** The articles of a folder, the newest first: those that the query asks for, a page of them. */
export async function listPage(site: PreviewSite, search: URLSearchParams): Promise<Html> {
  const { records, isKnown } = await site.state();
  const query = readQuery(search);
  const found = await select(records, query, site);
  const last = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(query.page, last);
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const items = await Promise.all(shown.map((record) => item(record, site)));
  const feeds = [...new Set(records.map(({ feed }) => feed))].sort();
  return layout(`${site.folder} – news-scrape`, '/', html`<h1>${messages.preview.articles}</h1>
${isKnown ? undefined : html`<p>${messages.stats.unknown(site.folder)}</p>`}
${form(query, feeds)}
<p role="status">${messages.preview.found(found.length)}</p>
<ul class="list">${items}</ul>
${pages({ ...query, page }, last)}`);
}

function readQuery(search: URLSearchParams): Query {
  const page = Number(search.get('page') ?? '1');
  return { words: search.get('q')?.trim() ?? '', feed: search.get('feed') ?? '', status: search.get('status') ?? '', page: Number.isSafeInteger(page) && page > 0 ? page : 1 };
}

async function select(records: readonly ArchiveRecord[], { words, feed, status }: Query, site: PreviewSite): Promise<ArchiveRecord[]> {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const chosen = records.filter((record) => (feed === '' || record.feed === feed) && (status === '' || record.status === status));
  const found: ArchiveRecord[] = [];
  for (const record of chosen) if (wanted.length === 0 || (await holds(record, wanted, site))) found.push(record);
  return found.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}

/** A title is at hand; a post is read only where that does not hold all words. */
async function holds(record: ArchiveRecord, words: readonly string[], site: PreviewSite): Promise<boolean> {
  const title = record.title.toLocaleLowerCase();
  if (words.every((word) => title.includes(word))) return true;
  const text = (await site.post(record))?.text.toLocaleLowerCase() ?? '';
  return words.every((word) => text.includes(word) || title.includes(word));
}

function form({ words, feed, status }: Query, feeds: readonly string[]): Html {
  return html`<form role="search" action="/">
<label>${messages.preview.words}<input type="search" name="q" value="${words}"></label>
<label>${messages.preview.feed}${choice('feed', feed, feeds.map((name) => [name, name]))}</label>
<label>${messages.preview.status}${choice('status', status, STATUSES.map((name) => [name, messages.preview.statuses[name]]))}</label>
<button>${messages.preview.search}</button>
</form>`;
}

function choice(name: string, chosen: string, values: readonly (readonly [value: string, text: string])[]): Html {
  const options = values.map(([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : undefined}>${text}</option>`);
  return html`<select name="${name}"><option value="">${messages.preview.all}</option>${options}</select>`;
}

async function item(record: ArchiveRecord, site: PreviewSite): Promise<Html> {
  const post = await site.post(record);
  const thumb = post && thumbOf(record, parseFields(splitPost(post.text).head ?? '').headimg);
  return html`<li>${thumb}<div><a href="/article?id=${encodeURIComponent(record.id)}">${record.title || record.url}</a>
<p class="facts">${facts(record, post?.state)}</p></div></li>
`;
}

function thumbOf({ pictures = [] }: ArchiveRecord, cover: unknown): Html | undefined {
  if (typeof cover !== 'string' || cover === '') return undefined;
  const own = pictures.find(({ file }) => cover.endsWith(file));
  return html`<img class="thumb" src="${own ? pictureUrl(own.file) : cover}" alt="" loading="lazy">`;
}

/** Date, feed and what became of the article, for a line below its title. */
export function facts({ date, feed, status, reason, file }: ArchiveRecord, state: string | undefined): Html {
  const isBad = status === 'failed' || (file !== undefined && state === undefined);
  const now = state === 'edited' ? messages.preview.edited : file !== undefined && state === undefined ? messages.preview.deleted : `${messages.preview.statuses[status]}${status === 'written' ? '' : ` (${reason})`}`;
  return html`${date === undefined ? undefined : html`<time datetime="${date}">${formatShanghaiDay(new Date(date))}</time> · `}${feed} · <span${isBad ? html` class="bad"` : undefined}>${now}</span>`;
}

function pages(query: Query, last: number): Html | undefined {
  if (last === 1) return undefined;
  const to = (page: number, text: string): Html | undefined => {
    const search = new URLSearchParams({ q: query.words, feed: query.feed, status: query.status, page: String(page) });
    return page < 1 || page > last ? undefined : html`<a href="/?${search.toString()}">${text}</a>`;
  };
  return html`<nav class="pages" aria-label="${messages.preview.pages}">${to(query.page - 1, messages.preview.newer)}<span>${messages.preview.page(query.page, last)}</span>${to(query.page + 1, messages.preview.older)}</nav>`;
}
