/** One channel of Sina's roll API. */
export interface Channel {
  /** What the user types; never changes. */
  id: string;
  /** The channel's Chinese name; two channels may share one. */
  name: string;
  pageid: number;
  lid: number;
  /** What it is, in English. */
  note: string;
}

/** What posts without a picture of their own show; RSSHub's posts of these channels have it, too. */
export const SINA_IMAGE = 'https://n.sinaimg.cn/finance/cece9e13/20200514/343233024.png';

/** Every channel that is offered by name: those in use by at least two independent programs, and alive. */
export const CATALOGUE: readonly Channel[] = [
  // U+5167, not U+5185: blogs already have folders of this name, which RSSHub gives the channel.
  { id: 'sina/china', name: '国內', pageid: 155, lid: 1686, note: 'finance news of China' },
  { id: 'sina/macro', name: '宏观经济', pageid: 155, lid: 1687, note: 'macroeconomy' },
  { id: 'sina/regions', name: '地方经济', pageid: 155, lid: 1688, note: 'regional economy' },
  { id: 'sina/ministries', name: '部委动态', pageid: 155, lid: 1689, note: 'ministries and regulators' },
  { id: 'sina/banking', name: '金融新闻', pageid: 155, lid: 1690, note: 'banks and financial institutions' },
  { id: 'sina/business', name: '产经滚动', pageid: 164, lid: 1693, note: 'companies and industries, all news' },
  { id: 'sina/companies', name: '公司新闻', pageid: 164, lid: 1694, note: 'company news' },
  { id: 'sina/industries', name: '产业新闻', pageid: 164, lid: 1695, note: 'industry news' },
  { id: 'sina/in-depth', name: '深度报道', pageid: 164, lid: 1696, note: 'long reports on business' },
  { id: 'sina/appointments', name: '人事变动', pageid: 164, lid: 1697, note: 'appointments and resignations' },
  { id: 'sina/brokers', name: '券商', pageid: 186, lid: 1746, note: 'securities firms' },
  { id: 'sina/internet', name: '互联网', pageid: 204, lid: 22, note: 'internet companies' },
  { id: 'sina/ipo', name: '新股滚动', pageid: 205, lid: 1789, note: 'new shares' },
  { id: 'sina/science', name: '科学探索', pageid: 207, lid: 1795, note: 'science, latest' },
  { id: 'sina/finance', name: '财经', pageid: 384, lid: 2519, note: 'finance, all news of the finance site' },
  { id: 'sina/stocks', name: '股市', pageid: 384, lid: 2671, note: 'Chinese stocks, from the finance site' },
  { id: 'sina/us-stocks', name: '美股', pageid: 384, lid: 2672, note: 'US stocks, from the finance site' },
  { id: 'sina/us-listed-chinese', name: '中国概念股', pageid: 384, lid: 2673, note: 'Chinese companies listed abroad' },
  { id: 'sina/hk-stocks', name: '港股', pageid: 384, lid: 2674, note: 'Hong Kong stocks' },
  { id: 'sina/research', name: '研究报告', pageid: 384, lid: 2675, note: 'research reports' },
  { id: 'sina/global-markets', name: '全球市场', pageid: 384, lid: 2676, note: 'markets of the world' },
  { id: 'sina/forex', name: '外汇', pageid: 384, lid: 2487, note: 'foreign exchange' },
  { id: 'sina/news', name: '全部', pageid: 153, lid: 2509, note: 'general news, everything' },
  { id: 'sina/sports', name: '体育', pageid: 153, lid: 2512, note: 'sports' },
  { id: 'sina/entertainment', name: '娱乐', pageid: 153, lid: 2513, note: 'entertainment' },
  { id: 'sina/tech', name: '科技', pageid: 153, lid: 2515, note: 'technology' },
  { id: 'sina/news-finance', name: '财经', pageid: 153, lid: 2516, note: 'finance, from the general news site' },
  { id: 'sina/news-stocks', name: '股市', pageid: 153, lid: 2517, note: 'Chinese stocks, from the general news site' },
  { id: 'sina/news-us-stocks', name: '美股', pageid: 153, lid: 2518, note: 'US stocks, from the general news site' },
  { id: 'sina/society', name: '社会', pageid: 153, lid: 2669, note: 'society' },
];

/** The channel with this id, if there is one. */
export function channelById(id: string): Channel | undefined {
  return CATALOGUE.find((channel) => channel.id === id);
}

/** The channel that `sina/<pageid>/<lid>` means, if the catalogue has it. */
export function channelByNumbers(pageid: string, lid: string): Channel | undefined {
  return CATALOGUE.find((channel) => String(channel.pageid) === pageid && String(channel.lid) === lid);
}

/** The title of a channel's feed, which becomes the innermost category of its posts. */
export function channelTitle({ name }: Pick<Channel, 'name'>): string {
  return `新浪财经－${name}`;
}
