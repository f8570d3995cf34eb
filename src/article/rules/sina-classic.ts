import type { SiteRule } from './rule.js';
import { SINA_AUTOMATIC_LINKS, SINA_META, SINA_REMOVE } from './sina-common.js';

/** All channels from 2009 to 2016, and tech.sina.com.cn until 2019. */
export const sinaClassic: SiteRule = {
  id: 'sina-classic',
  sample: 'https://tech.sina.com.cn/t/2019-09-11/doc-iicezzrq4972166.shtml',
  when: ['#artibody'],
  body: '#artibody',
  title: ['h1#artibodyTitle', '#artibodyTitle', 'h1#main_title', '#j_title', '.location h1', ...SINA_META.title, 'h1'],
  date: ['#pub_date', '.time-source', '.titer', ...SINA_META.date],
  source: ['#media_name', '.time-source a', ...SINA_META.source],
  author: ['meta[property="article:author"]@content'],
  editor: ['#artibody .article-editor', '#artibody .show_author', '#author_ename'],
  keywords: SINA_META.keywords,
  remove: SINA_REMOVE,
  automaticLinks: SINA_AUTOMATIC_LINKS,
};
