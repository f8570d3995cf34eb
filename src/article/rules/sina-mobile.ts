import type { SiteRule } from './rule.js';
import { SINA_AUTOMATIC_LINKS, SINA_META, SINA_REMOVE } from './sina-common.js';

/** finance.sina.cn, the mobile pages `detail-i*.d.html`. */
export const sinaMobile: SiteRule = {
  id: 'sina-mobile',
  sample: 'https://finance.sina.cn/2022-07-25/detail-imizirav5282551.d.html',
  when: ['.art_box .art_content'],
  body: '.art_box .art_content',
  title: ['.art_box .art_tit_h1', '.art_tit_h1', ...SINA_META.title],
  date: ['.art_box time', '.weibo_time', '.art_time', ...SINA_META.date],
  source: ['.art_box .art_cite', '.weibo_user', ...SINA_META.source],
  author: ['meta[name="author"]@content'],
  editor: ['.art_content .article-editor', '.art_content .show_author'],
  keywords: SINA_META.keywords,
  remove: SINA_REMOVE,
  automaticLinks: SINA_AUTOMATIC_LINKS,
};
