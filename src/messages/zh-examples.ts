import type { Catalogue } from './messages.js';

/** `--help` 中各个示例的作用。 */
export const zhExamples: Catalogue['examples'] = {
  title: '示例：',
  demo: '无需网络，先试一试',
  china: '今天的新闻，写到 ./posts',
  blog: '写入博客',
  days: '只取两天以内的',
  add: '提交新的博文',
  configured: 'news-scrape.yaml 中的全部订阅源',
  group: '只抓取其中一个分组',
  cron: '用于 cron：一切正常时不出声',
  watch: '每一刻钟抓取一次',
  week: '从网页更新最近一周的博文',
  page: '把一篇文章转成文档',
  explain: '网页为何读成这样',
  adopt: '登记已有的博文',
  adoptDry: '只说明会登记哪些',
  doctor: '运行所需的是否齐备',
  doctorAll: '检查整个配置',
  feeds: '以表格列出频道清单',
  feedsJson: '供脚本使用',
  feedsAdd: '登记某网站的订阅源',
  feedsRemove: '不再抓取它',
  check: '在下次运行之前发现错误',
  show: '订阅源的有效选项及其出处',
};
