import type { Element } from 'domhandler';

/** Elements that never hold an article, whatever stands in them. */
export const OUTSIDE = 'script, style, noscript, amp-ad, amp-embed, amp-sidebar, amp-social-share, nav, aside, footer, iframe, select, button, [role="navigation"], [role="complementary"], [role="contentinfo"]';

/** Attributes that name a part of a page. */
const NAMES = ['class', 'id', 'aria-labelledby', 'data-testid', 'data-e2e', 'data-component'];
/** Elements that have a name of their own. */
export const NAMED = NAMES.map((name) => `[${name}]`).join(', ');

/** Words in class names and ids of what stands around and between articles, and is none. */
const PARTS = new Set([
  'comment', 'comments', 'cmt', 'reply', 'replies', 'pinglun', 'gentie', 'liuyan', 'sidebar', 'related', 'relate', 'relation', 'recommend', 'recommended',
  'recommendation', 'recommendations', 'recom', 'tuijian', 'xiangguan', 'guess', 'footer', 'nav', 'navbar', 'navigation', 'menu', 'breadcrumb', 'breadcrumbs',
  'crumb', 'crumbs', 'login', 'register', 'modal', 'dialog', 'popup', 'share', 'sharing', 'social', 'ad', 'ads', 'advert', 'advertisement', 'sponsor', 'sponsored',
  'promo', 'subscribe', 'newsletter', 'cookie', 'cookies', 'consent', 'copyright', 'statement', 'disclaimer', 'qr', 'qrcode', 'erweima', 'ewm', 'toolbar', 'keyword', 'keywords',
  'shengming', 'shenming', 'banquan', 'fenxiang', 'guanggao', 'daohang', 'dingyue',
]);
/** The same run together with another word: `relatedNews`, `commentlist`. */
const STARTS = /^(?:comment|related|recommend|pinglun|tuijian|sidebar|breadcrumb|advert|sharebox|sharebar|copyright|qrcode|bdshare|bshare|jiathis|hotnews|footer)/;
/** Words of small parts; a large element, or one with a picture, holds something else whatever its name. */
const SMALL_PARTS = new Set([
  'editor', 'edit', 'zebian', 'liability', 'source', 'laiyuan', 'tag', 'tags', 'pager', 'pagination', 'paging', 'zan', 'praise', 'vote', 'digg', 'print', 'tool', 'tools', 'jubao',
  'jiucuo', 'advise', 'byline', 'fontsize', 'tts', 'pubtime', 'hot', 'rank',
]);

/** Words of players: what they hold is the title and the first picture of a film. */
const PLAYERS = new Set(['video', 'videos', 'player', 'audio', 'shipin']);

/** True for an element that by its name is a part of the page around the article. */
export const isPagePart = (element: Element): boolean => words(element).some((word) => PARTS.has(word) || STARTS.test(word));

/** True for an element that by its name is a small part of the page, if it is small. */
export const isSmallPart = (element: Element): boolean => words(element).some((word) => SMALL_PARTS.has(word));

/** True for an element that by its name plays something. */
export const isPlayer = (element: Element): boolean => words(element).some((word) => PLAYERS.has(word));

/** The words of an element's class names and id: `hotNews_box-2` has hot, news and box; pieces of generated names have none. */
function words({ attribs }: Element): string[] {
  const names = NAMES.map((name) => attribs[name] ?? '').join(' ').slice(0, 500);
  const whole = names.toLowerCase().split(/[-_\s:/]+/);
  const humps = names.replace(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase().split(/[-_\s:/]+/);
  return [...new Set([...whole, ...humps])].map((word) => word.replace(/\d+$/, '')).filter((word) => word !== '');
}
