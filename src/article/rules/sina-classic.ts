import type { SiteRule } from './rule.js';
import { SINA_BODY, SINA_ID, SINA_META, SINA_PAGE } from './sina-common.js';

/**
 * All channels from 2009 to 2016, tech.sina.com.cn until 2019, sports and ent until today. The headers differ from
 * channel to channel; the body is `#artibody`, or in 2009 a `.blkContainerSblkCon` without an id.
 */
export const sinaClassic: SiteRule = {
  id: 'sina-classic',
  sample: 'https://tech.sina.com.cn/t/2019-09-11/doc-iicezzrq4972166.shtml',
  when: ['#artibody, .blkContainerSblkCon', SINA_PAGE],
  body: '#artibody, html:not(:has(#artibody)) .blkContainerSblkCon',
  documentId: SINA_ID,
  title: ['#artibodyTitle', '#main_title', '#j_title', '.article-a__title', '.location h1', ...SINA_META.title, 'h1'],
  date: ['#pub_date', '#navtimeSource', '.time-source', '.titer', '.article-a__time', '.date-source .date', ...SINA_META.date],
  source: ['#media_name', '[data-sudaclick="media_name"]', '[data-sudaclick="content_media_p"]', '.time-source a', '.article-a__source', '.page-info .source', ...SINA_META.source],
  author: ['#author_ename a', 'meta[property="article:author"]@content'],
  editor: ['#artibody .article-editor', '#artibody .show_author'],
  keywords: SINA_META.keywords,
  ...SINA_BODY,
};
