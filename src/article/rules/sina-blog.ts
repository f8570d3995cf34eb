import type { SiteRule } from './rule.js';
import { SINA_BODY } from './sina-common.js';

/** blog.sina.com.cn, which finance feeds linked until the blogs closed: the old small layout and the large one of 2015. */
export const sinaBlog: SiteRule = {
  id: 'sina-blog',
  sample: 'http://blog.sina.com.cn/s/blog_593783dc0102ytta.html',
  when: ['.articalTitle .titName, .BNE_title .h1_tit', '.articalContent, .BNE_cont'],
  body: '.articalContent, .BNE_cont',
  title: ['.articalTitle .titName', '.BNE_title .h1_tit'],
  date: ['.articalTitle .time', '#pub_time'],
  source: [],
  author: ['#ownernick', '.BNE_cnt .info_nm'],
  keywords: ['.articalTag .blog_tag a', '.tagbox a'],
  ...SINA_BODY,
};
