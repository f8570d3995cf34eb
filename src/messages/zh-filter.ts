import type { Catalogue } from './messages.js';

/** 与筛选文章有关的消息。 */
export const zhFilter: Catalogue['filter'] = {
  maxAge: '不取早于此时长的文章：30m、12h、7d、1w',
  expectedMaxAge: '30m、12h、7d 或 1w',
  include: '只取标题含有这些词或匹配此 /正则表达式/ 的文章；可重复给出',
  exclude: '不取标题含有这些词或匹配此 /正则表达式/ 的文章；可重复给出',
  expectedPattern: '词，或正则表达式，例如 /降[准息]/ 或 /^etf/i',
  noFlag: (flag, flags) => `没有标志 ${flag}；可用的有 ${flags.join('、')}`,
  expectedExpression: (detail) => `RE2 的正则表达式，不支持环视与反向引用（${detail}）`,
};
