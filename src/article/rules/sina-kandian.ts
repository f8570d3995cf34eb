import type { SiteRule } from './rule.js';
import { SINA_BODY, SINA_ID, SINA_META } from './sina-common.js';

/** k.sina.com.cn (看点): the source is always the platform, the real author stands in the metadata. */
export const sinaKandian: SiteRule = {
  id: 'sina-kandian',
  sample: 'http://k.sina.com.cn/article_6510235920_m1840a511000100anm3.html',
  when: ['h1.main-title', '#artibody .article-notice'],
  body: '#artibody',
  documentId: SINA_ID,
  title: ['h1.main-title', ...SINA_META.title],
  date: ['.date-source .date', ...SINA_META.date],
  source: ['.date-source .source', ...SINA_META.source],
  author: ['meta[property="article:author"]@content', 'meta[name="mediaid"]@content'],
  keywords: SINA_META.keywords,
  ...SINA_BODY,
};
