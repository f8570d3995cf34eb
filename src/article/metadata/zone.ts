import type { CheerioAPI } from 'cheerio';

const CHINA_HOURS = 8;
/** Countries whose clocks show the time of China. */
const CHINA_CLOCK = /\.(?:cn|hk|mo|tw|sg|my)$/;
const HAN = /\p{Script=Han}/u;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The zone of a page's times that name none, in hours east of Greenwich: a site of a country on China's clock, and a
 * page in Chinese, mean that clock; any other page is read as UTC.
 */
export function zoneHoursOf($: CheerioAPI, url: string, title: string): number {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (CHINA_CLOCK.test(host)) return CHINA_HOURS;
  const language = $('html').attr('lang')?.toLowerCase() ?? '';
  const isChinese = language.startsWith('zh') || (HAN.test(title) && !KANA_OR_HANGUL.test(title));
  return isChinese ? CHINA_HOURS : 0;
}
