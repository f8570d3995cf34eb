/**
 * Sentences that Sina's pages carry and no journalist wrote. A paragraph goes only if, white space aside, it begins with
 * one of these from its first character; the words in them (下载, 客户端, 声明 ...) never decide alone, since real
 * articles use them too.
 */
const OPENINGS = [
  '热点栏目自选股数据中心行情中心资金流向模拟交易',
  '热点栏目资金流向千股千评个股诊断最新评级模拟交易',
  '炒股就看金麒麟分析师研报，权威，专业，及时，全面',
  '下载新浪财经APP，了解全球实时汇率',
  '下载新浪财经APP，查看更多资讯和大V观点',
  '全球汇率新浪最全炒汇神器',
  '新浪财经Level2：A股极速看盘',
  '新浪财经App：直播上线博主一对一指导',
  '新浪港股APP：实时行情独家内参',
  '登录新浪财经APP搜索【信披】查看更多考评等级',
  '【线索征集令！】你吐槽，我倾听；您爆料，我报道！',
  '安装新浪财经客户端第一时间接收最全面的市场资讯',
  '海量资讯、精准解读，尽在新浪财经APP',
  '新浪声明：新浪网登载此文出于传递更多信息之目的',
  '新浪声明：此消息系转载自新浪合作媒体',
  '免责声明：自媒体综合提供的内容均源自自媒体',
  '特别声明：以上文章内容仅代表作者本人观点，不代表新浪',
  '我要反馈新浪直播百位牛人在线解读股市热点',
  '股市回暖，抄底炒股先开户！',
  '炒股开户享福利',
  '反弹行情下的专属投资礼包！',
  '股市跌了别害怕！',
  '24小时滚动播报最新的财经资讯和视频，更多粉丝福利扫描二维码关注',
].map((sentence) => sentence.toLowerCase());

/** Paragraphs that are nothing but this. */
const WHOLE = new Set(['进入【新浪财经股吧】讨论', '查看更多董秘问答>>', '查看更多董秘问答', 'the_end', '责任编辑：', '语音播报缩小字体放大字体收藏微博微信分享腾讯qqqq空间']);

/** True for a paragraph that is promotion or a disclaimer of the site. */
export function isKnownSentence(text: string): boolean {
  const squeezed = text.replace(/[\s\u3000\u00a0]+/gu, '').toLowerCase();
  return WHOLE.has(squeezed) || OPENINGS.some((opening) => squeezed.startsWith(opening));
}

/** `责任编辑：NAME` as a paragraph of its own, with an editor's code or brackets; the name, or undefined. */
export function editorLine(text: string): string | undefined {
  const name = /^[（(]?\s*(?:责任编辑|责编)\s*[：:]\s*([^。，；]{1,24}?)\s*[）)]?$/u.exec(text.trim())?.[1];
  return name === undefined || name === '' ? undefined : name;
}

/** `原标题：...` in front of an article that was taken over from elsewhere. */
export function isOriginalTitle(text: string): boolean {
  return /^[（(]?原标题\s*[：:]?\s*/u.test(text);
}
