/** Metadata that Sina pages of all years may carry. */
export const SINA_META = {
  title: ['meta[property="og:title"]@content'],
  date: ['meta[property="article:published_time"]@content', 'meta[property="bytedance:published_time"]@content', 'meta[name="weibo: article:create_at"]@content'],
  source: ['meta[name="mediaid"]@content', 'meta[property="article:author"]@content'],
  keywords: ['#keywords[data-wbkey]@data-wbkey', 'meta[name="keywords"]@content'],
} as const;

/** Blocks inside a Sina article's body that are not the article: promotion, editor line, players, related reading. */
export const SINA_REMOVE = [
  '.appendQr_wrap',
  '.article-editor',
  '.show_author',
  '.article-notice',
  '.app-kaihu-qr',
  '#app-qihuo-kaihu-qr',
  '.fin_reference',
  '.fincon_sfapp_pro',
  '.jqlblock_cls',
  'blockquote:has(a[href*="/reportch/jinqilin.shtml"])',
  '.wap_special',
  '#left_hzh_ad',
  '.sinaads',
  '.tech-quotation',
  '.xb_new_finance_app',
  '.finance_app_zqtg',
  '.hqimg_related',
  '.to_page',
  '.otherContent_01',
  '.blkComment',
  '.blk-video',
  '.article-bottom',
  '.article-keywords',
  '.goods-card',
  '.weibo-2017',
  '.artical-player-wrap',
  '[id^="videoList"]',
  '.video-2017',
  '.Video_Cont',
  // Quotes that a script filled in; the span is empty in the page as it was sent.
  '[id^="quote_"]',
] as const;

/** Keywords that Sina's publishing system links to its stock, tax and fund pages. */
export const SINA_AUTOMATIC_LINKS = 'a.keyword, a.article-calculator, [id^="stock_"] > a, [id^="usstock_"] > a, [id^="hkstock_"] > a';
