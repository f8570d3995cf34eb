import { isTag, type Element } from 'domhandler';
import { textNodes } from '../text-nodes.js';
import { isReply } from './collection.js';
import type { Measures } from './measure.js';

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
const STARTS = /^(?:comment(?!ary|ator)|related|recommend|pinglun|tuijian|sidebar|breadcrumb|advert|ad(?:box|area|wrap|wrapper|banner|slot|unit|container|block|sense)$|sharebox|sharebar|copyright|qrcode|bdshare|bshare|jiathis|hotnews|footer)/;
/** Words of small parts; a large element, or one with a picture, holds something else whatever its name. */
const SMALL_PARTS = new Set([
  'editor', 'edit', 'zebian', 'liability', 'source', 'laiyuan', 'tag', 'tags', 'pager', 'pagination', 'paging', 'zan', 'praise', 'vote', 'digg', 'print', 'tool', 'tools', 'jubao',
  'jiucuo', 'advise', 'byline', 'fontsize', 'tts', 'pubtime', 'hot', 'rank',
]);

/** Words of players: what they hold is the title and the first picture of a film. */
const PLAYERS = new Set(['video', 'videos', 'player', 'audio', 'shipin']);

/** Words that name parts of articles too: `share-price`, `menu-of-the-day`. */
const DOUBTFUL = new Set(['share', 'menu', 'register', 'social', 'relation', 'dialog', 'dialogue']);
/** Small parts that may be a sentence of the article. */
const DOUBTFUL_SMALL = new Set(['edit', 'tag', 'tags', 'praise', 'vote', 'print', 'tool', 'tools', 'hot', 'rank', 'source']);
/** What a statement of the site says, in place of one that the article quotes. */
const SMALL_PRINT = /版权|转载|不代表|不构成|免责|侵权|本[网站]|本平台|copyright|reserved|liab/iu;
/** What a site asks its readers to do. */
const CALL = /分享|关注|转发|订阅|扫码|扫一扫|微信|微博|频道|客户端|登录|注册|https?:|www\.|share this|follow us|sign (?:up|in)|log in/iu;
const LEAST_SENTENCE = 20;

/**
 * True for an element that by its name is a part of the page around the article.
 * @param measures where given, a name that may have two meanings is judged by what the element holds
 */
export function isPagePart(element: Element, measures?: Measures): boolean {
  const named = words(element).filter((word) => PARTS.has(word) || STARTS.test(word));
  return named.length > 0 && !(measures && named.every((word) => isOwnText(word, element, measures)));
}

/** True for text or figures without a link or a field to fill in, under a name that may be the article's. */
function isOwnText(word: string, element: Element, measures: Measures): boolean {
  const { links, pictures, prose } = measures.of(element);
  if (links > 0 || holds(element, FIELDS)) return false;
  if (word === 'ad' || word === 'ads') return holds(element, TABLES);
  if (word === 'comment') return prose > 0 && (element.attribs.class ?? '').split(/\s+/).includes(word) && !textNodes(element).some(({ data }) => isReply(data));
  if (word === 'statement') return prose > 0 && !textNodes(element).some(({ data }) => SMALL_PRINT.test(data));
  if (!DOUBTFUL.has(word) || pictures > 0 || textNodes(element).some(({ data }) => CALL.test(data))) return false;
  return prose > 0 || holds(element, TABLES);
}

const FIELDS = new Set(['form', 'input', 'textarea', 'button', 'select']);
const TABLES = new Set(['table']);

function holds(element: Element, names: ReadonlySet<string>): boolean {
  return names.has(element.name) || element.children.some((child) => isTag(child) && holds(child, names));
}

/** True for an element that by its name is a small part of the page, if it is small. */
export function isSmallPart(element: Element, measures: Measures): boolean {
  const named = words(element).filter((word) => SMALL_PARTS.has(word));
  const { links, prose } = measures.of(element);
  return named.length > 0 && !(links === 0 && prose >= LEAST_SENTENCE && named.every((word) => DOUBTFUL_SMALL.has(word)));
}

/** True for an element that by its name plays something. */
export const isPlayer = (element: Element): boolean => words(element).some((word) => PLAYERS.has(word));

/** The words of an element's class names and id: `hotNews_box-2` has hot, news and box; pieces of generated names have none. */
function words({ attribs }: Element): string[] {
  const names = NAMES.map((name) => attribs[name] ?? '').join(' ').slice(0, 500);
  const whole = names.toLowerCase().split(/[-_\s:/]+/);
  const humps = names.replace(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase().split(/[-_\s:/]+/);
  return [...new Set([...whole, ...humps])].map((word) => word.replace(/(?<!\d)\d+$/, '')).filter((word) => word !== '');
}
