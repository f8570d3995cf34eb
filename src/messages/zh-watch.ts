import type { Catalogue } from './messages.js';

/** `watch` 的输出。 */
export const zhWatch: Catalogue['watch'] = {
  description: '反复抓取同样的订阅源，直到被停止',
  every: '两轮开始之间的时间：30s、15m、2h 或 1d',
  expectedEvery: '30s、15m、2h 或 1d，最长一年',
  stdin: 'watch 要反复读取订阅源，而标准输入只能读一次。请改用网址或文件。',
  catchUp: 'watch --catch-up 永远不会写入任何东西。请先运行一次 "news-scrape fetch --catch-up"，再用 watch。',
  rests: (feed, until) => `按网站的要求，${until.toISOString().slice(0, 19).replace('T', ' ')} UTC 之前不再请求：${feed}`,
  configKept: '配置现在有错；本轮沿用之前的配置',
  configBack: '配置又可以读取了',
};
