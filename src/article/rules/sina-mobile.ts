import type { SiteRule } from './rule.js';
import { SINA_BODY, SINA_ID, SINA_META } from './sina-common.js';

/** finance.sina.cn and the other mobile hosts, `detail-i*.d.html`: with a plain header, or with that of a Weibo account. */
export const sinaMobile: SiteRule = {
  id: 'sina-mobile',
  sample: 'https://finance.sina.cn/2022-07-25/detail-imizirav5282551.d.html',
  when: ['.art_content', '.art_tit_h1'],
  body: '.art_content',
  documentId: SINA_ID,
  title: ['.art_tit_h1', ...SINA_META.title],
  date: ['.art_time', '.weibo_time', '.art_box time', ...SINA_META.date],
  source: ['.art_cite', '.weibo_user', ...SINA_META.source, 'meta[name="author"]@content'],
  author: ['meta[name="author"]@content'],
  editor: ['.art_content .article-editor', '.art_content .show_author'],
  keywords: SINA_META.keywords,
  ...SINA_BODY,
};
