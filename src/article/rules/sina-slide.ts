import { load, type CheerioAPI } from 'cheerio';
import { escapeHtml } from '../../html.js';
import type { SiteRule } from './rule.js';
import { SINA_META } from './sina-common.js';

interface Slide {
  src: string;
  caption: string;
}

/** slide.*.sina.com.cn: the pictures and their captions stand in a script, `var slide_data = {...}`. */
export const sinaSlide: SiteRule = {
  id: 'sina-slide',
  sample: 'http://slide.finance.sina.com.cn/slide_9_61223_540000.html',
  when: ['script:contains("slide_data")', 'html:not(:has(#artibody, #article))'],
  body: 'body',
  build: ($) => readSlides($).map(({ src, caption }) => `<img src="${escapeHtml(src)}"><figcaption>${escapeHtml(caption)}</figcaption>`).join(''),
  title: ['h1', ...SINA_META.title],
  date: ['.slide-date', '.date', ...SINA_META.date],
  source: ['.slide-source', '.source', ...SINA_META.source],
  keywords: SINA_META.keywords,
};

function readSlides($: CheerioAPI): Slide[] {
  const script = $('script:contains("slide_data")').first().text();
  const images = member(parseObject(script.slice(script.indexOf('slide_data'))), 'images');
  if (!Array.isArray(images)) return [];
  return images.flatMap((image: unknown) => {
    const src = textMember(image, 'download_img') || textMember(image, 'image_url');
    return src ? [{ src, caption: load(textMember(image, 'intro')).text().trim() }] : [];
  });
}

/** The first complete JSON object in a script's text; the script goes on behind it. */
function parseObject(text: string): unknown {
  const start = text.indexOf('{');
  for (let end = text.indexOf('}', start); start >= 0 && end >= 0; end = text.indexOf('}', end + 1)) {
    if (!/^\s*(;|$|\n|<|var\b)/.test(text.slice(end + 1, end + 20))) continue;
    try {
      return JSON.parse(text.slice(start, end + 1));
    } catch {
      continue;
    }
  }
  return undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

function textMember(value: unknown, name: string): string {
  const text = member(value, name);
  return typeof text === 'string' ? text.trim() : '';
}
