import type { CheerioAPI } from 'cheerio';
import { NewsScrapeError } from '../errors.js';
import type { Block } from './clean/block.js';

/** A body with fewer characters of text than this is no article, unless it is a flash: one short sentence. */
const LEAST_CHARACTERS = 20;
const LEAST_SENTENCE = 8;

/** Whole titles, without the site's name, of pages that stand in place of an article and are answered with status 200. */
const BLOCK_TITLE = /^(sina visitor system|(.{0,6})?(安全验证|访问验证|人机验证|身份验证|验证码|请输入验证码|滑动验证)(页面)?|just a moment[\s\p{P}]*|attention required[\s\p{P}]*|access denied|robot check|are you a robot[\s\p{P}]*|(用户|会员)?(登录|登陆)|请(先)?登录|新浪通行证)$/iu;
const ERROR_TITLE = /^((error )?(40[34]|50[0-4])( (not found|forbidden|bad gateway|internal server error))?[\s\p{P}]*(错误|页面)?|(抱歉|对不起)?[\s\p{P}]*(您|你)?(要)?(访问|查看|浏览)?的?(页面|网页|文章|内容)(没有找到|不存在|未找到|找不到|已(被)?删除|出错).{0,6}|找不到(页面|网页)|页面出错|出错了[\s\p{P}]*|系统(繁忙|错误)|(page )?not found)$/iu;

/** What such pages say in place of a text. */
const BLOCK_NOTICE = /请输入验证码|访问过于频繁|(进行|完成)(安全|访客|人机|身份).{0,4}验证|请(先)?登录.{0,12}(继续|查看|阅读)|checking your browser/iu;
const ERROR_NOTICE = /(页面|网页|文章|内容|新闻)(没有找到|不存在|未找到|已(经)?(被)?删除|已下线)/u;
/** A text longer than this is about such pages, not one of them. */
const NOTICE_CHARACTERS = 150;

/**
 * Refuses a page that by its title is not an article although its server says 200.
 * @throws NewsScrapeError `page_blocked` or `page_is_error`
 */
export function refuseStandIns($: CheerioAPI, url: string): void {
  const titles = [$('title').first().text(), $('h1').first().text(), $('h2').first().text()].map((title) => title.trim().split(/\s*[_|｜]\s*|\s[-–—]\s/u)[0] ?? '');
  const block = titles.slice(0, 1).find((title) => BLOCK_TITLE.test(title));
  if (block !== undefined) throw new NewsScrapeError('page_blocked', { url, sign: block });
  const error = titles.find((title) => ERROR_TITLE.test(title));
  if (error !== undefined) throw new NewsScrapeError('page_is_error', { url, sign: error });
}

/**
 * Refuses a short text that tells a reader why the article is not there.
 * @throws NewsScrapeError `page_blocked` or `page_is_error`
 */
export function refuseNotices(blocks: readonly Block[], url: string): void {
  if (countCharacters(blocks) > NOTICE_CHARACTERS) return;
  const text = blocks.map((block) => block.text).join(' ');
  const block = BLOCK_NOTICE.exec(text)?.[0];
  if (block !== undefined) throw new NewsScrapeError('page_blocked', { url, sign: block });
  const error = ERROR_NOTICE.exec(text)?.[0];
  if (error !== undefined) throw new NewsScrapeError('page_is_error', { url, sign: error });
}

/**
 * Refuses a body without article text. By their nature without text are videos and single pictures; anything else
 * that is empty looks wrong and may be a layout that is not known yet.
 * @throws NewsScrapeError `page_video_only`, `page_pictures_only` or `page_empty`
 */
export function refuseEmptyBody(blocks: readonly Block[], page: { url: string; hasVideo: () => boolean; isKnown: boolean }): void {
  const characters = countCharacters(blocks);
  const hasSentence = page.isKnown && blocks.some(({ text }) => text.length >= LEAST_SENTENCE && /[。！？]/u.test(text));
  if (characters >= LEAST_CHARACTERS || hasSentence) return;
  // Skipped is for ever: a page with a little text may be an article of a layout that is not known yet.
  const isTextless = page.isKnown && characters === 0;
  if (isTextless && page.hasVideo()) throw new NewsScrapeError('page_video_only', { url: page.url });
  if (isTextless && blocks.some((block) => block.tag === 'figure')) throw new NewsScrapeError('page_pictures_only', { url: page.url });
  throw new NewsScrapeError('page_empty', { url: page.url, characters });
}

/** So many links in one list, and so little text beside them, make a list of articles. */
const INDEX_LINKS = 10;
const INDEX_CHARACTERS = 200;

/**
 * Refuses a page that no rule knows and that lists articles instead of being one: no date, little text, many links.
 * @throws NewsScrapeError `page_is_index`
 */
export function refuseIndex($: CheerioAPI, blocks: readonly Block[], page: { name: string; date: Date | undefined }): void {
  const hasLongList = $('ul, ol').get().some((list) => $(list).children('li').has('a').length >= INDEX_LINKS);
  if (page.date === undefined && hasLongList && countCharacters(blocks) < INDEX_CHARACTERS) {
    throw new NewsScrapeError('page_is_index', { url: page.name });
  }
}

function countCharacters(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.replace(/[\s\u3000]+/gu, '').length, 0);
}

/** True if the page plays a video where its text would be. */
export function hasVideo($: CheerioAPI): boolean {
  const players = $('.Video_Cont, #videoList0, .video-2017, .artical-player-wrap, #myMovie, video, embed[src*="video"]');
  return players.length > 0 || /SINA_TEXT_PAGE_INFO\s*\[\s*['"]videoDatas/.test($('script').text());
}
