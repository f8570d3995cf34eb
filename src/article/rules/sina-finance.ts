import type { SiteRule } from './rule.js';
import { SINA_BODY, SINA_ID, SINA_META } from './sina-common.js';

/** finance.sina.com.cn and t.cj.sina.com.cn since 2017, columns (`/zl/`) and `/wm/` included. */
export const sinaFinance: SiteRule = {
  id: 'sina-finance',
  sample: 'https://finance.sina.com.cn/roll/2018-12-28/doc-ihqfskcn2160999.shtml',
  when: ['h1.main-title', '#artibody'],
  body: '#artibody',
  documentId: SINA_ID,
  title: ['h1.main-title', ...SINA_META.title],
  date: ['.date-source .date', ...SINA_META.date],
  source: ['.date-source .source', ...SINA_META.source],
  author: ['.date-source .author', 'meta[property="article:author"]@content'],
  editor: ['#artibody .article-editor', '#artibody .show_author'],
  keywords: SINA_META.keywords,
  ...SINA_BODY,
};
