import { load } from 'cheerio';
import { isTag } from 'domhandler';
import { escapeHtml } from '../html.js';
import { toMarkdown } from '../markdown/to-markdown.js';
import type { PostFields } from './fields.js';
import type { PostForm } from './form.js';
import { headingsFromBold } from './headings.js';
import { htmlBody } from './html-body.js';
import { tagging, withoutPictures } from './pictures.js';

/** The body of a post: the article's HTML with all that the form asks for, as Markdown or HTML. */
export function bodyOf(html: string, fields: PostFields, { profile, body, images, excerpt, headingFromBold, sourceLink }: PostForm): string {
  const shown = images === 'none' ? withoutPictures(html) : html;
  const headed = headingFromBold ? headingsFromBold(shown) : shown;
  const dialect = images === 'html' ? tagging(profile.dialect) : profile.dialect;
  const whole = sourceLink ? headed + sourceLine(fields) : headed;
  const write = (part: string): string => (body === 'html' ? htmlBody(part) : toMarkdown(part, dialect));
  const parts = excerpt === undefined ? [whole] : splitAfter(whole, excerpt);
  return parts.map(write).join(`\n\n${profile.excerpt?.mark ?? ''}\n\n`);
}

/** The line that names where an article comes from, in the language of the articles. */
function sourceLine({ source, author, url }: PostFields): string {
  const name = escapeHtml(source ?? author);
  if (url === '') return name === '' ? '' : `<p>来源：${name}</p>`;
  return `<p>来源：<a href="${escapeHtml(url)}">${name || escapeHtml(url)}</a></p>`;
}

/** The article in two parts, divided after its `count`th paragraph; in one if nothing would stand behind. */
function splitAfter(html: string, count: number): string[] {
  const $ = load(html, null, false);
  const blocks = $.root().contents().toArray();
  const paragraphs = blocks.filter((block) => isTag(block) && block.name === 'p' && $(block).text().trim() !== '');
  const last = paragraphs[count - 1];
  const end = last ? blocks.indexOf(last) + 1 : blocks.length;
  const [head, tail] = [blocks.slice(0, end), blocks.slice(end)].map((part) => part.map((block) => $.html(block)).join(''));
  return [head ?? '', tail ?? ''].filter((part, index) => index === 0 || part.trim() !== '');
}
