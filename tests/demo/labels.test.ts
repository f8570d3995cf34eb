import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { readLabels, readPage, type Label } from '../support/labels.js';

const labels = readLabels();
const squeeze = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0\u3000]+/g, '');

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What a browser without scripts shows of the page (quotes are filled in by script), and its source. */
function see(label: Label): { shown: string; source: string } {
  const source = decode(readPage(label));
  const $ = load(source);
  $('script, style, [id^="quote_"]').remove();
  return { shown: squeeze($('body').text()), source: squeeze(source) };
}

/** The first of `parts` that does not follow the ones before it in `whole`. */
function firstOutOfOrder(whole: string, parts: readonly string[]): string | undefined {
  let from = 0;
  return parts.find((part) => {
    const at = whole.indexOf(squeeze(part), from);
    from = at + squeeze(part).length;
    return at < 0;
  });
}

describe('the expectations', () => {
  it('cover every article of the demo site, each page once', () => {
    expect(new Set(labels.map(({ file }) => file)).size).toBe(labels.length);
    expect(labels.filter(({ file }) => file.startsWith('demo/'))).toHaveLength(12);
  });

  it.each(labels)('$name names the address of its page', (label) => {
    const address = label.file.startsWith('demo/')
      ? `http://${label.file.slice('demo/'.length)}`
      : /^<!-- url: (\S+) -->\n/.exec(decode(readPage(label)))?.[1];
    expect(label.url).toBe(address);
  });

  it.each(labels)('$name has text or a reason why not, never both', (label) => {
    expect(label.paragraphs.length + label.images.filter(({ caption }) => caption).length > 0).toBe(label.refused === undefined);
  });

  it.each(labels)('$name quotes its page', (label) => {
    const { shown, source } = see(label);
    expect(firstOutOfOrder(shown, label.paragraphs)).toBeUndefined();
    expect(firstOutOfOrder(shown, label.cells.flat())).toBeUndefined();
    expect(firstOutOfOrder(source, label.images.map(({ src }) => src))).toBeUndefined();
    const quoted = [...label.optional, ...label.images.map(({ caption }) => caption), ...label.junk, label.editor ?? ''];
    expect(quoted.filter((part) => !shown.includes(squeeze(part)) && !source.includes(squeeze(part)))).toEqual([]);
  });

  it.each(labels)('$name does not contradict itself', (label) => {
    const wanted = squeeze([label.title, ...label.paragraphs, ...label.images.map(({ caption }) => caption), ...label.cells.flat()].join('\n'));
    expect(label.junk.filter((junk) => wanted.includes(squeeze(junk)))).toEqual([]);
    expect(label.bold.filter((run) => !wanted.includes(squeeze(run)))).toEqual([]);
    expect((label.links ?? []).filter(({ text }) => !wanted.includes(squeeze(text)))).toEqual([]);
  });
});
