import { messages } from '../../messages/messages.js';
import { viewPost } from '../document.js';
import { html, type Html } from '../html.js';
import type { PreviewSite } from '../site.js';
import { facts } from './list.js';
import { layout } from './layout.js';

/** One article as its post reads, or what became of it; undefined if the archive does not know it. */
export async function articlePage(site: PreviewSite, id: string): Promise<Html | undefined> {
  const { records } = await site.state();
  const record = records.find((each) => each.id === id);
  if (!record) return undefined;
  const post = await site.post(record);
  const view = post && viewPost(post.text, record);
  const author = view?.fields.author;
  return layout(record.title || record.url, '', html`<article>
<h1>${record.title || record.url}</h1>
<p class="facts">${facts(record, post?.state)}${typeof author === 'string' ? ` · ${author}` : undefined} · <a href="${record.url}" rel="noreferrer noopener">${messages.preview.original}</a></p>
${view?.body ?? html`<p>${messages.preview.noPost(messages.reasons[record.reason])}</p>`}
</article>`);
}
