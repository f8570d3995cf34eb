import type { SiteRule } from './rule.js';
import { SINA_BODY, SINA_ID, SINA_META } from './sina-common.js';

/** news.sina.com.cn since 2017. */
export const sinaNews: SiteRule = {
  id: 'sina-news',
  sample: 'https://news.sina.com.cn/c/2018-09-28/doc-ifxeuwwr9250746.shtml',
  when: ['#article.article', '.date-source'],
  body: '#article',
  documentId: SINA_ID,
  title: ['h1.main-title', ...SINA_META.title],
  date: ['.date-source .date', ...SINA_META.date],
  source: ['.date-source .source', ...SINA_META.source],
  author: ['meta[property="article:author"]@content'],
  editor: ['#article .show_author', '#article .article-editor'],
  keywords: SINA_META.keywords,
  ...SINA_BODY,
};
