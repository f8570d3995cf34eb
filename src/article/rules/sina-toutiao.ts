import type { SiteRule } from './rule.js';
import { SINA_BODY, SINA_META } from './sina-common.js';

/** t.cj.sina.com.cn (财经头条): author and keywords in the metadata are those of the platform, not of the article. */
export const sinaToutiao: SiteRule = {
  id: 'sina-toutiao',
  sample: 'http://t.cj.sina.com.cn/articles/view/6479293414/182322be600100i6z0',
  when: ['h1.main-title', '#artibody', 'meta[name="mediaid"][content="财经头条"]'],
  body: '#artibody',
  title: ['h1.main-title', ...SINA_META.title],
  date: ['.date-source .date', ...SINA_META.date],
  source: ['.date-source .source', ...SINA_META.source],
  ...SINA_BODY,
};
