import { PROMOTIONS, promotionReader } from './promotions.js';

/** How the disclaimers of Sina's pages begin; none is a journalist's, since they name Sina or its platform. */
const STARTS: ReadonlySet<string> = new Set([
  '新浪声明：新浪网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述',
  '新浪声明：此消息系转载自新浪合作媒体，新浪网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述',
  '新浪声明：新浪网登载此文出于传递更多信息之目的',
  '免责声明：自媒体综合提供的内容均源自自媒体，版权归原作者所有，转载请联系原作者并获许可',
  '免责声明：自媒体综合提供的内容均源自自媒体',
  '特别声明：以上文章内容仅代表作者本人观点，不代表新浪看点观点或立场',
  '特别声明：以上文章内容仅代表作者本人观点，不代表新浪网观点或立场',
  '特别声明：以上文章内容仅代表作者本人观点，不代表新浪财经头条观点或立场',
  '本文为作者独家授权新浪财经使用，请勿转载',
  // Two sentences: the first one alone is anybody's.
  '文章内容仅供参考，不构成投资建议。投资者据此操作，风险自担',
]);
/** Sentences that follow in the same paragraph. Alone they may be anybody's. */
const SEQUELS: ReadonlySet<string> = new Set([
  '文章内容仅供参考，不构成投资建议',
  '投资者据此操作，风险自担',
  '投资者据此操作，风险请自担',
  '如有关于作品内容、版权或其它问题请于作品发表后的30日内与新浪看点联系',
  '如有关于作品内容、版权或其它问题请于作品发表后的30日内与新浪网联系',
  '文章观点仅代表作者本人，不代表新浪立场',
  '若内容涉及投资建议，仅供参考勿作为投资依据',
  '投资有风险，入市需谨慎',
  '所发表言论不代表本站观点',
]);

interface Disclaimers {
  starts: ReadonlySet<string>;
  sequels: ReadonlySet<string>;
}

/** All that is known of disclaimers. */
export const DISCLAIMERS: Disclaimers = { starts: STARTS, sequels: SEQUELS };

/** The mobile pages that each channel of 2009 to 2012 named below its articles. */
const MOBILE_PAGES = /^(?:[\p{Script=Han}a-z、，]{0,40}，)?上手机新浪网[\p{Script=Han}a-z]{0,8}频道\w{1,12}\.sina\.cn$/u;

const promotionIn = promotionReader(PROMOTIONS);

/** Longer than any boilerplate; a real paragraph's end is all that matters of it. */
const LONGEST = 1000;

/**
 * The known sentence that makes a paragraph a promotion or disclaimer of Sina's, white space aside; undefined for all
 * that a journalist may have written. The words in them (下载, 客户端, 声明 ...) never decide alone.
 */
export function knownSentence(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const squeezed = text.replace(/\s+/gu, '').toLowerCase();
  if (squeezed.includes('上手机新浪网') && MOBILE_PAGES.test(squeezed)) return squeezed;
  return knownDisclaimer(squeezed) ?? promotionIn(squeezed);
}

/** The start of the disclaimer that a whole text is. */
export function knownDisclaimer(text: string, known = DISCLAIMERS): string | undefined {
  return disclaimerIn(sentencesOf(text).map(withoutEnd), 0, known);
}

/** A disclaimer that ends a paragraph of the article's: its first sentence, and its length in characters. */
export function disclaimerTail(text: string): { sentence: string; length: number } | undefined {
  const sentences = sentencesOf(text.slice(-LONGEST));
  const bare = sentences.map(withoutEnd);
  const first = bare.findIndex((_, index) => index > 0 && startIn(bare, index, DISCLAIMERS) !== undefined);
  const sentence = first > 0 ? disclaimerIn(bare, first, DISCLAIMERS) : undefined;
  return sentence === undefined ? undefined : { sentence, length: sentences.slice(first).join('').length };
}

/** The start of the disclaimer that the sentences from `first` to the last are. */
function disclaimerIn(bare: readonly string[], first: number, known: Disclaimers): string | undefined {
  const start = startIn(bare, first, known);
  const isWhole = start !== undefined && bare.slice(first + start.split('。').length).every((sequel) => known.starts.has(sequel) || known.sequels.has(sequel));
  return isWhole ? start : undefined;
}

/** What of the known starts, of one sentence or two, stands at a place among sentences. */
function startIn(bare: readonly string[], index: number, { starts }: Disclaimers): string | undefined {
  return [1, 2].map((count) => bare.slice(index, index + count).join('。')).find((start) => starts.has(start));
}

/** A text cut behind its full stops. */
const sentencesOf = (text: string): string[] => text.match(/[^。！]+[。！]*/gu) ?? [];
const withoutEnd = (sentence: string): string => sentence.replace(/[\s。！]+/gu, '');
