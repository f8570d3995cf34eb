import type { SiteRule } from './rule.js';
import { SINA_BODY, SINA_ID, SINA_META } from './sina-common.js';

/** The regional channels (gd.sina.com.cn, hebei.sina.com.cn ...) since 2014. */
export const sinaRegional: SiteRule = {
  id: 'sina-regional',
  sample: 'http://dl.sina.com.cn/news/2019-03-06/detail-ihrfqzkc1551167.shtml',
  when: ['.article-body.main-body', '.article-header h1'],
  body: '.article-body.main-body',
  documentId: SINA_ID,
  title: ['.article-header h1', ...SINA_META.title],
  date: ['.source-time', ...SINA_META.date],
  source: ['#art_source', ...SINA_META.source],
  keywords: SINA_META.keywords,
  ...SINA_BODY,
};
