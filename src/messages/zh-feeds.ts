import type { Catalogue } from './messages.js';

/** 订阅列表的导入和导出。 */
export const zhFeeds: Catalogue['feeds'] = {
  description: '列出频道清单，或管理配置中的订阅源',
  importDescription: '把 OPML 列表中的订阅源记入配置，其中的文件夹成为分组；不抓取任何内容',
  importArgument: 'OPML 文件，- 表示标准输入',
  exportDescription: '把配置中的订阅源输出为 OPML 2.0 列表',
  listTitle: 'news-scrape 的订阅源',
  noOpml: (start) => `不是 OPML；它的开头是 ${JSON.stringify(start)}`,
  cutOpml: '文件不完整',
  noFeeds: '其中没有订阅源',
  endlessOpml: (outlines, depth) => `超过 ${outlines} 个条目，或嵌套超过 ${depth} 层`,
  noted: (feed, name) => `${feed}：${name === undefined ? '已记入' : `已记入，名称为 ${name}`}`,
  known: (feed) => `${feed}：配置中已有；略过`,
  unusable: (address) => `${address}：不是 http 或 https 网址；略过`,
  notInOpml: (feed) => `${feed}：不在网上；未列入`,
  nothingNew: (file) => `${file}：没有可添加的订阅源；未改动`,
};
