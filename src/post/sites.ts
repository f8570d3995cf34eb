import { SINA_IMAGE } from '../feeds/catalogue.js';

/** How a site's articles present themselves when no feed says so. */
export interface Site {
  /** Host name; subdomains belong to it unless they have a row of their own. */
  host: string;
  name: string;
  categories: readonly string[];
  /** Picture for articles without one. */
  image: string;
}

/** One row a site. */
export const SITES: readonly Site[] = [
  { host: 'finance.sina.com.cn', name: '新浪财经', categories: ['金融', '新浪财经'], image: SINA_IMAGE },
  { host: 'finance.sina.cn', name: '新浪财经', categories: ['金融', '新浪财经'], image: SINA_IMAGE },
  { host: 'cj.sina.com.cn', name: '新浪财经', categories: ['金融', '新浪财经'], image: SINA_IMAGE },
  { host: 'cj.sina.cn', name: '新浪财经', categories: ['金融', '新浪财经'], image: SINA_IMAGE },
  { host: 'tech.sina.com.cn', name: '新浪科技', categories: ['科技', '新浪科技'], image: SINA_IMAGE },
  { host: 'k.sina.com.cn', name: '新浪看点', categories: ['新闻', '新浪看点'], image: SINA_IMAGE },
  { host: 'sina.com.cn', name: '新浪新闻', categories: ['新闻', '新浪新闻'], image: SINA_IMAGE },
  { host: 'sina.cn', name: '新浪新闻', categories: ['新闻', '新浪新闻'], image: SINA_IMAGE },
  { host: 'ifeng.com', name: '凤凰网', categories: ['新闻', '凤凰网'], image: '' },
  { host: '163.com', name: '网易', categories: ['新闻', '网易'], image: '' },
  { host: 'qq.com', name: '腾讯网', categories: ['新闻', '腾讯网'], image: '' },
  { host: 'thepaper.cn', name: '澎湃新闻', categories: ['新闻', '澎湃新闻'], image: '' },
  { host: 'xinhuanet.com', name: '新华网', categories: ['新闻', '新华网'], image: '' },
  { host: 'stcn.com', name: '证券时报网', categories: ['金融', '证券时报网'], image: '' },
  { host: 'hexun.com', name: '和讯网', categories: ['金融', '和讯网'], image: '' },
];

/** The row of the longest host that fits; without one, a site of the name that its page gives, or of its host. */
export function siteOf(url: string, ownName = ''): Site {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const fitting = SITES.filter((site) => host === site.host || host.endsWith(`.${site.host}`));
  const nearest = fitting.sort((a, b) => b.host.length - a.host.length)[0];
  const name = ownName === '' ? host : ownName;
  return nearest ?? { host, name, categories: name === '' ? [] : [name], image: '' };
}
