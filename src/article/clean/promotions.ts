/** Parts of a promotion that change from day to day, by the name under which its row has them. */
const VARIABLES: Readonly<Record<string, string>> = {
  number: '\\d{1,5}',
  account: '[（(][\\w-]{1,30}[）)]',
  mailbox: '[\\w.-]{1,40}@(?:staff\\.)?sina\\.com(?:\\.cn)?',
  /** What is given to those who follow the arrow behind it: part of one sentence. */
  offer: '[^。？?>]{1,60}',
  /** Several sentences between two fixed ones. */
  appeal: '.{0,120}',
};

type Promotion = readonly [words: string, ...endings: string[]];

/**
 * The promotions that Sina puts into its pages as paragraphs, without white space and in small letters: the fixed words,
 * then what may follow them, where the words do not already stand alone. A paragraph with anything else in it is
 * somebody's who writes about them.
 */
export const PROMOTIONS: readonly Promotion[] = [
  ['热点栏目自选股数据中心行情中心资金流向模拟交易', '客户端'],
  ['热点栏目资金流向千股千评个股诊断最新评级模拟交易', '客户端'],
  ['炒股就看金麒麟分析师研报，权威，专业，及时，全面', '，助您挖掘潜力主题机会'],
  ['下载新浪财经app，了解全球实时汇率'],
  ['下载新浪财经app，查看更多资讯和大v观点'],
  ['全球汇率新浪最全炒汇神器'],
  ['新浪财经level2：a股极速看盘'],
  ['新浪财经app：直播上线博主一对一指导'],
  ['新浪港股app：实时行情独家内参'],
  ['登录新浪财经app搜索【信披】查看更多考评等级'],
  ['【线索征集令！】你吐槽，我倾听；您爆料，我报道', '！{appeal}爆料联系邮箱：{mailbox}'],
  ['安装新浪财经客户端第一时间接收最全面的市场资讯', '→【下载地址】'],
  ['海量资讯、精准解读，尽在新浪财经app'],
  ['我要反馈新浪直播百位牛人在线解读股市热点'],
  ['股市回暖，抄底炒股先开户', '！{offer}>>'],
  ['炒股开户享福利', '，送投顾服务{number}天体验权，一对一指导服务', '，入金抽{number}元红包，{number}%中奖', '，{offer}>>'],
  ['反弹行情下的专属投资礼包', '！{offer}>>'],
  ['股市跌了别害怕', '！{offer}>>'],
  ['股市瞬息万变，投资难以决策？来#a股参谋部#超话聊一聊', '，[点击进入]'],
  ['24小时滚动播报最新的财经资讯和视频，更多粉丝福利扫描二维码关注', '{account}'],
  ['更多猛料！欢迎扫描左方二维码关注新浪新闻官方微信', '{account}'],
  ['新酷产品第一时间免费试玩，还有众多优质达人分享独到生活经验', '，快来新浪众测，体验各领域最前沿、最有趣、最好玩的产品吧~！下载客户端还能获得专享福利哦'],
  ['进入【新浪财经股吧】讨论'],
  ['>>进入新浪财经股吧讨论'],
  ['查看更多董秘问答', '>>'],
  ['the_end'],
  ['语音播报缩小字体放大字体收藏微博微信分享腾讯qqqq空间'],
  // The pages of one article, where a script was to make links of them.
  ['第{number}页共{number}页'],
  ['第{number}页，共{number}页'],
  ['第{number}页/共{number}页'],
  ['共{number}页第{number}页'],
  ['共{number}页，第{number}页'],
];

/** A paragraph has no more of them. */
const MOST_PROMOTIONS = 4;

/** A function that tells the words of the first of the promotions that are the whole of a text. */
export function promotionReader(promotions: readonly Promotion[]): (text: string) => string | undefined {
  const rows = promotions.map(([words, ...endings]) => ({ words, pattern: new RegExp(`^${asPattern(words)}(?:${endings.map(asPattern).join('|')})?[，。！…]{0,3}`, 'u') }));
  const any = new RegExp(`^(?:${promotions.map(([words]) => asPattern(words)).join('|')})`, 'u');
  return (text) => {
    if (!any.test(text)) return undefined;
    let first: string | undefined;
    let rest = text;
    for (let count = 0; count < MOST_PROMOTIONS && rest !== ''; count += 1) {
      const found = rows.find(({ pattern }) => pattern.test(rest));
      if (!found) return undefined;
      first ??= found.words;
      rest = rest.replace(found.pattern, '');
    }
    return rest === '' ? first : undefined;
  };
}

/** Fixed words with the names of variables in braces as a regular expression; each of them has a largest length. */
function asPattern(words: string): string {
  return words.replace(/\{(\w+)\}|[$()*+.?[\\\]^{|}]/g, (found, name?: string) => (name === undefined ? `\\${found}` : (VARIABLES[name] ?? '')));
}
