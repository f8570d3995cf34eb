import { escapeHtml } from '../html.js';

/** The ASCII characters of RFC 3986 without brackets: the first Chinese character or full-width mark ends the address. */
const BARE_URL = /(?<![A-Za-z0-9])(?:https?:\/\/|www\.)[A-Za-z0-9][\w\-.~:/?#@!$&'()*+,;=%]*/gi;
/** The look-behind lets each run of marks be tried once only. */
const FINAL_MARKS = /(?<![.,:;!?'()*~_])[.,:;!?'()*~_]+$/;

/** Addresses in one text that become links; a text with more is no sentence, and each takes its time. */
const MOST = 1000;

/**
 * Makes the addresses in a text links and returns it as HTML. An address ends before a character that is not ASCII and
 * before final ASCII punctuation, so that the sentence around it never becomes part of the link.
 */
export function linkBareUrls(text: string): string {
  let html = '';
  let end = 0;
  let links = 0;
  for (const match of text.matchAll(BARE_URL)) {
    if (links === MOST) break;
    const url = match[0].replace(FINAL_MARKS, '');
    const href = /^www\./i.test(url) ? `http://${url}` : url;
    if (!URL.canParse(href)) continue;
    html += `${escapeHtml(text.slice(end, match.index))}<a href="${escapeHtml(href)}">${escapeHtml(url)}</a>`;
    end = match.index + url.length;
    links += 1;
  }
  return html + escapeHtml(text.slice(end));
}
