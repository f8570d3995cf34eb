import type { CheerioAPI } from 'cheerio';
import { NewsScrapeError } from '../../errors.js';
import type { Block } from '../clean/block.js';

/** A body with fewer characters of text than this is no article, unless it is a flash: one short sentence. */
const LEAST_CHARACTERS = 20;
const LEAST_SENTENCE = 8;
const LEAST_STATEMENT = 12;
/** A flash without a full stop says what its title says: it has this share of its pairs of characters from there. */
const FROM_TITLE = 0.5;
/** What else is as long as a sentence, and is none: who made a thing, where it is from, what to do. */
const CREDIT = /^[^\p{L}\d]{0,4}(?:(?:图片|文字|视频|资料|稿件|信息|本文|文章|新闻)?来源|原标题|作者|记者|编辑|责编|责任编辑|(?:图片|视频|文字|资料)?(?:图|摄影?|制图|供图|文|视频|图片)|校对|审核|监制|出品|声明)\s?[：:／/丨|｜ ]/u;
const CALL = /点击|更多|查看|下方|上方|扫码|扫描|二维码|下载|关注|登录|加载|专题|播放|视频|图集|组图|敬请|请稍|来源/u;

/**
 * Refuses a body without article text. By their nature without text are videos and single pictures; anything else
 * that is empty looks wrong and may be a layout that is not known yet.
 * @throws NewsScrapeError `page_video_only`, `page_pictures_only` or `page_empty`
 */
export function refuseEmptyBody(blocks: readonly Block[], page: { url: string; title: string; hasVideo: () => boolean; isKnown: boolean }): void {
  const characters = countCharacters(blocks);
  const isFlash = page.isKnown && blocks.some(({ text }) => text.length >= LEAST_SENTENCE && (/[。！？]/u.test(text) || says(text, page.title)));
  if (characters >= LEAST_CHARACTERS || isFlash || (page.isKnown && blocks.some(isStatement) && !page.hasVideo())) return;
  // Skipped is for ever: a page with a little text may be an article of a layout that is not known yet.
  const isTextless = page.isKnown && characters === 0;
  if (isTextless && page.hasVideo()) throw new NewsScrapeError('page_video_only', { url: page.url });
  if (isTextless && blocks.some((block) => block.tag === 'figure')) throw new NewsScrapeError('page_pictures_only', { url: page.url });
  throw new NewsScrapeError('page_empty', { url: page.url, characters });
}

/** True for a paragraph as long as a sentence, outside of links, that neither names a source nor asks for anything. */
function isStatement({ tag, html, text }: Block): boolean {
  const unlinked = html.replace(/<a [^>]*>.*?<\/a>/gsu, '').replace(/<[^<>]*>/g, '');
  const letters = unlinked.match(/[\p{L}\d]/gu)?.length ?? 0;
  return tag === 'p' && letters >= LEAST_STATEMENT && !CREDIT.test(text) && !CALL.test(text);
}

/** True for a text most of whose words stand in the title: no label or notice of the page does that. */
function says(text: string, title: string): boolean {
  const pairs = Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)).filter((pair) => /^[\p{L}\d]{2}$/u.test(pair));
  return pairs.length >= LEAST_SENTENCE / 2 && pairs.filter((pair) => title.includes(pair)).length >= pairs.length * FROM_TITLE;
}

function countCharacters(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.replace(/[\s\u3000]+/gu, '').length, 0);
}

const PLAYERS = '.Video_Cont, #videoList0, .video-2017, .artical-player-wrap, #myMovie, video, embed[src*="video"]';

/** All that tells of a video. */
export const VIDEO_SIGNS: readonly string[] = [PLAYERS, 'script'];

/** True if the page plays a video where its text would be. */
export function hasVideo($: CheerioAPI): boolean {
  return $(PLAYERS).length > 0 || /SINA_TEXT_PAGE_INFO\s*\[\s*['"]videoDatas/.test($('script').text());
}
