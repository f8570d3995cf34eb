import { load, type CheerioAPI } from 'cheerio';
import { parseDate } from '../../dates.js';
import { escapeHtml } from '../../html.js';
import type { SiteRule } from './rule.js';
import { member, objectInScript, textMember } from './script-object.js';
import { SINA_META } from './sina-common.js';

interface Slide {
  src: string;
  caption: string;
}

/**
 * slide.*.sina.com.cn. The pictures and their captions stand in a script, `var slide_data = {...}`; on older pages in the
 * lists of `#eData`; picture stories have them in the page.
 */
export const sinaSlide: SiteRule = {
  id: 'sina-slide',
  sample: 'http://slide.finance.sina.com.cn/slide_9_61223_540000.html',
  when: ['script:contains("slide_data"), #eData dl, .scroll-item .img-wrap img', 'html:not(:has(#artibody, #article))'],
  body: 'body',
  build: ($) => {
    const slides = [slidesInScript, slidesInLists].map((read) => read($)).find(({ length }) => length > 0);
    return slides?.map(slideHtml).join('') ?? $('.scroll-item').get().map((item) => $.html(item)).join('');
  },
  title: ['h1', ...SINA_META.title, 'meta[itemprop="name"]@content', '#eData dt'],
  date: ['.slide-date', '.date', ...SINA_META.date],
  source: ['.slide-source', '.source', ...SINA_META.source],
  keywords: SINA_META.keywords,
  inScript: ($) => {
    const slide = member(dataOf($), 'slide');
    const texts = (names: readonly string[]): string[] => names.map((name) => textMember(slide, name)).filter((text) => text !== '');
    return { date: texts(['createtime', 'ctime']).map(parseDate).find((date) => date !== undefined), source: texts(['media_name', 'media', 'source'])[0] };
  },
};

const dataOf = ($: CheerioAPI): unknown => objectInScript($('script:contains("slide_data")').text(), 'slide_data');

const slideHtml = ({ src, caption }: Slide): string => `<img src="${escapeHtml(src)}"><figcaption>${escapeHtml(caption)}</figcaption>`;

function slidesInScript($: CheerioAPI): Slide[] {
  const images = member(dataOf($), 'images');
  if (!Array.isArray(images)) return [];
  return images.flatMap((image: unknown) => {
    const src = textMember(image, 'download_img') || textMember(image, 'image_url');
    return src ? [{ src, caption: load(textMember(image, 'intro')).text().trim() }] : [];
  });
}

/** Each list has the picture's address in its first entry, and its caption as the longest text that is none. */
function slidesInLists($: CheerioAPI): Slide[] {
  return $('#eData dl').get().flatMap((list) => {
    const [src, ...others] = $('dd', list).get().map((entry) => $(entry).text().trim());
    const texts = others.filter((text) => !/^https?:|^[\d年月日:：\s/-]*$/u.test(text)).sort((a, b) => b.length - a.length);
    return src ? [{ src, caption: texts[0] ?? '' }] : [];
  });
}
