import { SINA_REMOVE } from './sina-junk.js';

/** Metadata that Sina pages of all years may carry. */
export const SINA_META = {
  title: ['meta[property="og:title"]@content'],
  date: ['meta[property="article:published_time"]@content', 'meta[property="bytedance:published_time"]@content', 'meta[name="weibo: article:create_at"]@content'],
  source: ['meta[name="mediaid"]@content', 'meta[property="article:author"]@content'],
  keywords: ['#keywords[data-wbkey]@data-wbkey', 'meta[name="keywords"]@content'],
} as const;

/** The document id of the publishing system, which all addresses of one article share. */
export const SINA_ID = {
  places: ['meta[name="comment"]@content', '#artibodyTitle@docid', '[data-docid*="comos:"]@data-docid'],
  forms: [
    [/^.*\bcomos[:-]([a-z0-9]+)$/, 'comos:$1'],
    [/^mp:(\d+)-([a-z0-9]+)$/, 'kandian:$1-$2'],
  ],
} as const;

/**
 * Keywords that Sina's publishing system links to its pages of stocks, funds and taxes, and names that it links to their
 * Weibo. Pages that were saved without classes still show where a link to a stock leads.
 */
const AUTOMATIC_LINKS = [
  'a.keyword',
  'a.article-calculator',
  'a.wt_article_link',
  'a[onmouseover*="WeiboCard"]',
  '[id^="stock_"] > a',
  '[id^="usstock_"] > a',
  '[id^="hkstock_"] > a',
  'a[href*="finance.sina.com.cn/realstock/"]',
  'a[href*="stock.finance.sina.com.cn/"][href*="/quotes/"]',
].join(', ');

/** Links to the account of somebody whom the text names. */
const ACCOUNT_LINKS = 'a.wt_article_link, a[onmouseover*="WeiboCard"], a[href*="weibo.com/"], a[href*="t.sina.com.cn/"]';

/** What the bodies of all of Sina's templates have in common. */
export const SINA_BODY = { remove: SINA_REMOVE, automaticLinks: AUTOMATIC_LINKS, accountLinks: ACCOUNT_LINKS, endsAt: 'publish_helper_end' } as const;

/** Signs of a page of Sina's, for templates whose own ids other sites use too. */
export const SINA_PAGE = [
  '#artibodyTitle',
  '#media_name',
  '#main_title',
  '#j_title',
  '.blkContainerSblkCon',
  'meta[name="sudameta"]',
  'meta[name="mediaid"]',
  'meta[name="publishid"]',
  'meta[name="stencil"]',
  'meta[name^="weibo: "]',
  'link[href*=".sina.com.cn/"][rel~="stylesheet"]',
  'script[src*=".sina.com.cn/"]',
].join(', ');
