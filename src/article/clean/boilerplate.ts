/** How the disclaimers of Sina's pages begin; each names Sina or its platform, so that none is a journalist's. */
const DISCLAIMER_STARTS: ReadonlySet<string> = new Set([
  '新浪声明：新浪网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述',
  '新浪声明：此消息系转载自新浪合作媒体，新浪网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述',
  '新浪声明：新浪网登载此文出于传递更多信息之目的',
  '免责声明：自媒体综合提供的内容均源自自媒体，版权归原作者所有，转载请联系原作者并获许可',
  '免责声明：自媒体综合提供的内容均源自自媒体',
  '特别声明：以上文章内容仅代表作者本人观点，不代表新浪看点观点或立场',
  '特别声明：以上文章内容仅代表作者本人观点，不代表新浪网观点或立场',
  '特别声明：以上文章内容仅代表作者本人观点，不代表新浪财经头条观点或立场',
  '文章内容仅供参考，不构成投资建议',
]);
/** Sentences that follow in the same paragraph. Alone they may be anybody's. */
const DISCLAIMER_SEQUELS: ReadonlySet<string> = new Set([
  '并不意味着赞同其观点或证实其描述',
  '文章内容仅供参考，不构成投资建议',
  '投资者据此操作，风险自担',
  '投资者据此操作，风险请自担',
  '如有关于作品内容、版权或其它问题请于作品发表后的30日内与新浪看点联系',
  '如有关于作品内容、版权或其它问题请于作品发表后的30日内与新浪网联系',
  '文章观点仅代表作者本人，不代表新浪立场',
  '若内容涉及投资建议，仅供参考勿作为投资依据',
  '投资有风险，入市需谨慎',
]);

/** Openings of its promotions; what follows is short and asks the reader to do something. */
const PROMOTIONS = [
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
  '我要反馈新浪直播百位牛人在线解读股市热点',
  '股市回暖，抄底炒股先开户！',
  '炒股开户享福利',
  '反弹行情下的专属投资礼包！',
  '股市跌了别害怕！',
  '股市瞬息万变，投资难以决策？来#A股参谋部#超话聊一聊',
  '24小时滚动播报最新的财经资讯和视频，更多粉丝福利扫描二维码关注',
  '更多猛料！欢迎扫描左方二维码关注新浪新闻官方微信',
  '新酷产品第一时间免费试玩，还有众多优质达人分享独到生活经验',
].map((sentence) => sentence.toLowerCase());
const CALL_TO_ACTION = /开户|扫码|扫描|点击|下载|领取|关注|客户端|助您|体验权|app|>>|→|^[（(]?[\w-]*[）)]?$/u;
/** The end of a call for hints, which runs over several sentences. */
const SINA_MAILBOX = /邮箱：[\w.-]{1,40}@(?:staff\.)?sina\.com(?:\.cn)?$/u;
/** Real paragraphs are longer than what follows a promotion's opening. */
const PROMOTION_REST = 120;

/** Paragraphs that are nothing but this. */
const WHOLE = new Set(['进入【新浪财经股吧】讨论', '>>进入新浪财经股吧讨论', '查看更多董秘问答>>', '查看更多董秘问答', 'the_end', '语音播报缩小字体放大字体收藏微博微信分享腾讯qqqq空间']);
/** The mobile pages that each channel of 2009 to 2012 named below its articles. */
const MOBILE_PAGES = /^[\p{Script=Han}a-z、，]{0,40}上手机新浪网[\p{Script=Han}a-z]{0,8}频道\w{1,12}\.sina\.cn$/u;

/** Longer than any boilerplate; a real paragraph's end is all that matters of it. */
const LONGEST = 1000;

/**
 * The known sentence, or opening of one, that makes a paragraph a promotion or disclaimer of Sina's, white space aside;
 * undefined for all that a journalist may have written. The words in them (下载, 客户端, 声明 ...) never decide alone.
 */
export function knownSentence(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const squeezed = text.replace(/\s+/gu, '').toLowerCase();
  if (WHOLE.has(squeezed) || MOBILE_PAGES.test(squeezed)) return squeezed;
  return disclaimerIn(sentencesOf(squeezed)) ?? PROMOTIONS.find((opening) => squeezed.startsWith(opening) && isCall(squeezed.slice(opening.length)));
}

/** A disclaimer that ends a paragraph of the article's: its first sentence, and its length in characters. */
export function disclaimerTail(text: string): { sentence: string; length: number } | undefined {
  const sentences = sentencesOf(text.slice(-LONGEST));
  const first = sentences.findIndex((sentence, index) => index > 0 && DISCLAIMER_STARTS.has(bare(sentence)));
  const sentence = first > 0 ? disclaimerIn(sentences.slice(first)) : undefined;
  return sentence === undefined ? undefined : { sentence, length: sentences.slice(first).join('').length };
}

/** The start of the disclaimer that these sentences are, from the first to the last. */
function disclaimerIn(sentences: readonly string[]): string | undefined {
  const [start = '', ...sequels] = sentences.map(bare);
  const isWhole = DISCLAIMER_STARTS.has(start) && sequels.every((sequel) => DISCLAIMER_STARTS.has(sequel) || DISCLAIMER_SEQUELS.has(sequel));
  return isWhole ? start : undefined;
}

/** A text cut behind its full stops. */
const sentencesOf = (text: string): string[] => text.match(/[^。！]+[。！]*/gu) ?? [];
const bare = (sentence: string): string => sentence.replace(/[\s。！]+/gu, '');

/** True for what may follow a promotion's opening. */
function isCall(text: string): boolean {
  const rest = text.replace(/^[，。！…]+/u, '');
  return rest.length <= PROMOTION_REST && (SINA_MAILBOX.test(rest) || (!rest.includes('。') && CALL_TO_ACTION.test(rest)));
}
