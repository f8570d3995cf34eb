/** Openings of the disclaimers that Sina's pages carry; what follows them varies with the years. */
const DISCLAIMERS = [
  '新浪声明：新浪网登载此文出于传递更多信息之目的',
  '新浪声明：此消息系转载自新浪合作媒体',
  '文章内容仅供参考，不构成投资建议。投资者据此操作，风险自担。',
  '免责声明：自媒体综合提供的内容均源自自媒体',
  '特别声明：以上文章内容仅代表作者本人观点，不代表新浪',
];

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
  '24小时滚动播报最新的财经资讯和视频，更多粉丝福利扫描二维码关注',
].map((sentence) => sentence.toLowerCase());
const CALL_TO_ACTION = /开户|扫码|扫描|点击|下载|领取|关注|客户端|助您|邮箱|app|>>|→|^[（(]?\w*[）)]?$/u;

/** Paragraphs that are nothing but this. */
const WHOLE = new Set(['进入【新浪财经股吧】讨论', '>>进入新浪财经股吧讨论', '查看更多董秘问答>>', '查看更多董秘问答', 'the_end', '语音播报缩小字体放大字体收藏微博微信分享腾讯qqqq空间']);

/** Real paragraphs are longer than what follows a promotion's opening. */
const PROMOTION_REST = 120;
const EDITOR_NAME = '(?:[\\p{Script=Han}·]{2,4}(?:_\\w{1,12})?|[A-Za-z][\\w.]{0,19})';
const EDITOR_LINE = new RegExp(`^[（(［[【]?\\s?(?:责任编辑|责编)\\s?[：: ]\\s?(${EDITOR_NAME}(?:[ 、/]${EDITOR_NAME}){0,3})\\s?[）)］\\]】]?$`, 'u');
const EDITOR_TAIL = new RegExp(`[（(［[【](?:责任编辑|责编)[：:]\\s?(${EDITOR_NAME}(?:[ 、/]${EDITOR_NAME}){0,3})\\s?[）)］\\]】]$`, 'u');

/**
 * The known sentence, or opening of one, that makes a paragraph a promotion or disclaimer of Sina's, white space aside;
 * undefined for all that a journalist may have written. The words in them (下载, 客户端, 声明 ...) never decide alone.
 */
export function knownSentence(text: string): string | undefined {
  const squeezed = text.slice(0, 1000).replace(/\s+/gu, '').toLowerCase();
  if (WHOLE.has(squeezed)) return squeezed;
  const disclaimer = DISCLAIMERS.find((opening) => squeezed.startsWith(opening));
  return disclaimer ?? PROMOTIONS.find((opening) => squeezed.startsWith(opening) && isCall(squeezed.slice(opening.length)));
}

/** True for what may follow a promotion's opening. */
function isCall(text: string): boolean {
  const rest = text.replace(/^[，。！…]+/u, '');
  return rest.length <= PROMOTION_REST && !rest.includes('。') && CALL_TO_ACTION.test(rest);
}

/** `责任编辑：NAME` as a paragraph of its own, with an editor's code or brackets; the name, or undefined. */
export function editorLine(text: string): string | undefined {
  return text.length > 100 ? undefined : EDITOR_LINE.exec(text.replace(/\s+/gu, ' ').trim())?.[1];
}

/** `（责任编辑：NAME）` at the end of a paragraph: the name and the length of the note. */
export function editorTail(text: string): { name: string; length: number } | undefined {
  const [note = '', name] = EDITOR_TAIL.exec(text.slice(-100)) ?? [];
  return name === undefined || note.length === text.length ? undefined : { name, length: note.length };
}

/** `原标题：...` in front of an article that was taken over from elsewhere. */
export function isOriginalTitle(text: string): boolean {
  return /^[（(]?原标题[：:\s]/u.test(text);
}
