import type { CheerioAPI } from 'cheerio';
import { NewsScrapeError } from '../errors.js';
import type { Block } from './clean/block.js';

/** A body with fewer characters of text than this is no article; the shortest flash news have about 30. */
const LEAST_CHARACTERS = 20;

/** Titles of pages that stand in place of an article, answered with status 200. */
const BLOCK_TITLES = [/^Sina Visitor System$/i, /^(安全验证|访问验证|人机验证|请输入验证码|滑动验证)/u, /^(Just a moment|Attention Required|Access Denied|Robot Check|Are you a robot)/i, /^(用户登录|登录|请登录|新浪通行证)(\s|[-_|—]|$)/u];
const ERROR_TITLES = [/^(404|403|500|502|503)\b/, /^(页面没有找到|页面不存在|页面未找到|找不到页面|您访问的页面|您要访问的页面|文章不存在|内容不存在|该内容已|页面出错|出错了|系统繁忙)/u, /^(page )?not found/i, /404 not found/i];

/**
 * Refuses a page that is not an article although its server says 200.
 * @throws NewsScrapeError `page_blocked` or `page_is_error`
 */
export function refuseStandIns($: CheerioAPI, url: string): void {
  const titles = [$('title').first().text(), $('h1').first().text(), $('h2').first().text()].map((title) => title.trim());
  const sign = (patterns: readonly RegExp[], candidates: readonly string[]): string | undefined =>
    candidates.find((title) => patterns.some((pattern) => pattern.test(title)));
  const block = sign(BLOCK_TITLES, titles.slice(0, 1));
  if (block) throw new NewsScrapeError('page_blocked', { url, sign: block });
  const error = sign(ERROR_TITLES, titles);
  if (error) throw new NewsScrapeError('page_is_error', { url, sign: error });
}

/**
 * Refuses a body without article text. By their nature without text are videos and single pictures; anything else
 * that is empty looks wrong and may be a layout that is not known yet.
 * @throws NewsScrapeError `page_video_only`, `page_pictures_only` or `page_empty`
 */
export function refuseEmptyBody(blocks: readonly Block[], page: { url: string; hasVideo: boolean }): void {
  const characters = countCharacters(blocks);
  if (characters >= LEAST_CHARACTERS) return;
  if (page.hasVideo) throw new NewsScrapeError('page_video_only', { url: page.url });
  if (blocks.some((block) => block.tag === 'figure')) throw new NewsScrapeError('page_pictures_only', { url: page.url });
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
  const hasLongList = $('ul, ol').get().some((list) => $(list).children('li:has(> a)').length >= INDEX_LINKS);
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
