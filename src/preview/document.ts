import MarkdownIt from 'markdown-it';
import { load } from 'cheerio/slim';
import type { ArchiveRecord } from '../archive/record.js';
import { parseFields } from '../post/read-post.js';
import { splitPost } from '../post/split-post.js';
import { Html } from './html.js';

/** A post as it is shown. */
export interface PostView {
  /** Its front matter; empty where that cannot be read. */
  fields: Readonly<Record<string, unknown>>;
  body: Html;
}

const markdown = new MarkdownIt({ html: true });
/** What may act, load, or reach beyond the post. The pages' policy forbids it too, but for a refresh. */
const ACTIVE = 'script, style, link, meta, base, iframe, frame, object, embed, form, input, button, textarea, select, svg, math, template, noscript';

/**
 * Reads a post's front matter and renders what stands below it. Pictures that stand with the post get the address under
 * which this server has them.
 */
export function viewPost(text: string, { pictures = [] }: ArchiveRecord): PostView {
  const { head = '', body } = splitPost(text);
  const $ = load(markdown.render(body), null, false);
  $(ACTIVE).remove();
  $('*').each((_, element) => {
    for (const name of Object.keys($(element).attr() ?? {})) if (/^on|^style$/i.test(name)) $(element).removeAttr(name);
  });
  $('a').each((_, element) => {
    if (!/^(?:https?:|mailto:|#)/i.test($(element).attr('href') ?? '')) $(element).removeAttr('href');
    else $(element).attr('rel', 'noreferrer noopener');
  });
  $('img').each((_, element) => {
    const source = $(element).attr('src') ?? '';
    const own = pictures.find(({ file }) => source.endsWith(file));
    $(element).attr({ src: own ? pictureUrl(own.file) : source, loading: 'lazy' });
  });
  return { fields: parseFields(head), body: new Html($.html()) };
}

/** The address of a picture that stands with posts. */
export const pictureUrl = (file: string): string => `/picture/${file}`;
