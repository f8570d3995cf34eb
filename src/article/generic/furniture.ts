import { isCall, isOffer } from './calls.js';

/** What stands around a text on news pages of any site; words for people who ask why a paragraph went. */
export type Furniture = 'time' | 'label' | 'editor' | 'source' | 'tools' | 'counts' | 'pages' | 'neighbours' | 'tags' | 'related' | 'promotion' | 'rights';

const NAME = '(?:\\p{Script=Han} \\p{Script=Han}(?!\\p{Script=Han})|[\\p{Script=Han}·]{2,4}(?:[_ ]?[A-Z]{1,3}\\d{1,6})?|[A-Za-z][\\w.]{0,19})';
const NAMES = `${NAME}(?:[ 、，,/|]{1,3}${NAME}){0,4}`;
const EDITOR = '(?:责任编辑|责编|(?:本文|值班|网络|本期|新媒体|文字|图文|版面|见习|实习)?编辑|值班编委)';
const CHECKER = '(?:校对|审核|审校|复审|初审|终审|监审|编审|二审|三审|一审|复核|统筹|监制|签发|主编|值班主任)';
/** A credit whose name is missing. */
const NAMELESS = new RegExp(`^[（(【[]?(?:${EDITOR}|${CHECKER})\\s?[：:]\\s?[）)】\\]]?$`, 'u');
const SEPARATOR = '[：:/丨|｜ ]{1,3}';
const EDITORS = new RegExp(`^(?:来源${SEPARATOR}[^\\s。，]{2,20}\\s{1,3})?(?:${CHECKER}${SEPARATOR}${NAMES}\\s{0,3}[;；|]?\\s{0,3}){0,4}(?<role>${EDITOR})${SEPARATOR}(?<names>${NAMES})(?:\\s{0,3}[;；|]?\\s{0,3}(?:${EDITOR}|${CHECKER})${SEPARATOR}${NAMES}){0,5}$`, 'u');
const SOURCE = '(?:本文|文章|稿件|信息|新闻|本稿|资料)来源\\s?[：:]';
const SOURCE_LINE = new RegExp(`^(?:\\[|【)?${SOURCE}\\s?[^。！？]{2,40}$`, 'u');
const SOURCE_AND_EDITOR = new RegExp(`^(?:${SOURCE}|来源\\s?[：:])\\s?[^。！？]{2,30}?\\s{0,3}${EDITOR}${SEPARATOR}(?<names>${NAMES})$`, 'u');

const TOOL = '(?:我要)?(?:纠错|打印(?:本页|文章)?|关闭(?:窗口|本页)?|收藏(?:本文)?|分享|推荐|举报|复制链接|字号|放大|缩小|默认|点赞|赞|评论|我要评论|发表评论|返回顶部|返回首页|返回列表|回到顶部|加入收藏)';
const TOOLS = new RegExp(`^(?:[\\[【(（|｜/\\s]{0,3}${TOOL}[\\]】)）|｜/\\s]{0,3}){1,10}[：:]?$`, 'u');
const SHARE = /^(?:分享(?:到|至)\s?[：:]?(?:\s?(?:微信|朋友圈|微博|新浪微博|QQ|QQ空间|QQ好友|豆瓣|人人网|腾讯微博|百度贴吧|更多|[\d()（）|]))*|分享让更多人(?:看到|知道)|分享给(?:好友|朋友)|(?:返回|回到)[^\s，。]{2,4}，查看更多)$/u;
const COUNTS = /^(?:[+＋]?\d{1,7}|(?:点赞|赞|顶|踩|收藏|(?:网友|最新|热门|全部|精彩|我要)?(?:评论|跟帖|留言)|阅读|阅读量|阅读数|浏览|浏览量|转发|在看|喜欢|参与|人参与)(?:\s?[(（:：]?\s?\d{0,9}\s?条?\s?[)）]?)|\d{1,9}\s?(?:人参与|人已赞|次浏览|条评论|评论|阅读|赞|人喜欢))$/u;
const PAGES = /^(?:[\s<>«»‹›…·|\d[\]【】()（）共页第/]|首页|上一页|下一页|前一页|后一页|尾页|末页|全文|余下全文|在本页阅读全文){2,60}$/u;
const NEIGHBOURS = /^(?:上一[篇条则]|下一[篇条则]|上篇|下篇|前一篇|后一篇)\s?[：:].{0,100}$/u;
const MOMENT = /^(?:(?:发布|更新|发表)?(?:时间|日期|于)?\s?[：:]?\s?)\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s{0,3}\d{1,2}:\d{2}(?::\d{2})?$/u;
const LABEL = /^(?:内容)?(?:摘要|导语|导读|提要|核心提示|正文)[：:]?$/u;
/** What says that a text ends here, as letters or as a line drawn of signs. */
const END_MARK = /^(?:[-—–_=*·•~]{0,6}\s?(?:the\s)?end\s?[-—–_=*·•~]{0,6}|[-—–_=*·•~\s]{2,40})$/iu;
const TAGS = /^(?:(?:文章)?标签|关键[词字]|相关标签|tags?|topics)\s?[：:][^。]{0,150}$/iu;
const RELATED = /^[>＞▲▼◆●■【[\s]{0,4}(?:(?:相关|延伸|推荐|更多|热门|精彩|往期|热点|拓展|猜你|你可能|您可能|大家)(?:阅读|新闻|报道|文章|推荐|链接|专题|内容|资讯|回顾|精彩|喜欢|感兴趣|也喜欢|都在看|还喜欢|关注|图文|图集|视频){1,2}|图集|related (?:articles?|stories|news|topics|content|coverage)|read (?:more|next)|more on this(?: story)?|you may also like|recommended(?: for you)?|most read)[】\]\s：:]{0,3}$/iu;

/** What stands before the title of another article in the middle of a text. */
const INSERTED = /^(?:(?:相关|延伸|推荐|更多|扩展|拓展)(?:阅读|报道|新闻)|read (?:more|also|next)|(?:also read|see also|related|more on this)(?: (?:articles?|stories|story|news))?|also (?:on|in|from) [^：:]{1,30})\s?[：:]/iu;

/** Rights and liability, in the words that sites use for what they did not write themselves. */
const DECLARATION = /^[（(【[“"*※\s]{0,3}(?:(?:特别|郑重|免责|版权|侵权|转载|本站|本网|平台|重要)?(?:说明|提示|提醒)|[^\s，。：:]{0,8}声明)(?:[】\]）)]{1,2}\s?[：:]?|\s?[：:\s])/u;
const RIGHTS = /不构成[^。]{0,10}建议|不代表[^。]{0,16}(?:立场|观点|意见)|(?:不意味着|并非)赞同|(?:版权|著作权)[^。]{0,6}(?:归|属)[^。]{0,30}(?:所有|作者)|(?:不得|禁止|谢绝|严禁|请勿)(?:擅自|随意|私自)?[^。]{0,6}转载|转载[^。]{0,8}(?:注明|授权|联系)|侵[^。]{0,12}(?:联系|删除|告知)|本(?:网|站|平台)[^。]{0,12}(?:不承担|不对|不保证|仅提供|只提供)/u;
const UNLABELLED_RIGHTS = /^[（(【[*※\s]{0,3}(?:(?:未经|如需)[^。]{0,20}(?:授权|许可|同意|转载)[^。]{0,40}|(?:以上|本文|文章|上述)(?:内容|文章)?(?:仅代表|仅为|系|只代表)?[^。]{0,16}(?:作者|用户|自媒体|个人)[^。]{0,30}不代表[^。]{0,30}(?:立场|观点|意见)[^。]{0,10}|本文(?:系|为|由)[^。]{2,40}(?:版权|不得|禁止|谢绝)[^。]{0,60}|(?:copyright\s?(?:©|\(c\))|©).{0,120}|all rights reserved|notice: the (?:above )?content.{0,250} information storage(?: space)? services?)[。.）)】\]”"]{0,2}$/iu;
/** The line at the foot of a page. */
const FOOT = /ICP备\s?\d|公网安备|ICP证|许可证(?:编号|号)?[：:]/u;
/** Longer declarations are articles about rights. */
const RIGHTS_LENGTH = 500;

const CALL = /点击|戳|下载|扫码|扫描|扫一扫|长按|关注|打开|登录|搜索|订阅|识别|加入/u;
const PLACE = /app|客户端|公众号|微信号|微信|二维码|小程序|视频号|微博|公号/iu;
/** A call to scan the code that the page shows. */
const QR_CALL = /^[↑↓▲▼]{0,3}(?:点击|戳|点)(?:上方|下方|左上角|左下角|右上角|上面|下面|蓝字|文末|标题下)[^。]{0,20}(?:关注|订阅|置顶|星标|阅读原文|查看更多)[^。]{0,10}$|^[（(]?(?:长按|扫描|扫一扫|识别|扫码)[^，。]{0,12}二维码[^。]{0,20}$|(?:长按|扫描|扫一扫|识别)(?:上方|下方|上面|下面|文末|图中|左侧|右侧)(?:的)?二维码[，,]?(?:即可)?(?:关注|下载|添加|加入)[^。]{0,40}[。）)]?$/u;
const PROMOTION_LENGTH = 100;
const LINE_LENGTH = 200;
const ADVERTISEMENT = /^(?:advertisement|sponsored(?: content)?|广告|share this(?: article| story| post)?:?)$/iu;

/**
 * What a paragraph is, if it belongs to the page and not to the text: by its whole wording, never by a word in it.
 * @param siteNames how the site calls itself: a promotion is one of the site's own channels
 */
export function furnitureOf(text: string, siteNames: readonly string[]): Furniture | undefined {
  const line = text.slice(0, RIGHTS_LENGTH + 1).replace(/\s+/gu, ' ').trim();
  const bare = line.replace(/^[（(［[【]|[）)］\]】]$/gu, '').trim();
  if (line.length <= RIGHTS_LENGTH && isRights(line)) return 'rights';
  if (line.length > LINE_LENGTH) return undefined;
  const kinds: readonly (readonly [Furniture, boolean])[] = [
    ['editor', editorIn(line) !== undefined || NAMELESS.test(line)],
    ['time', MOMENT.test(line)],
    ['label', LABEL.test(bare) || END_MARK.test(line)],
    ['source', SOURCE_LINE.test(bare)],
    ['tools', TOOLS.test(line) || SHARE.test(bare)],
    ['counts', COUNTS.test(bare)],
    ['pages', PAGES.test(line) && /[\d页]/u.test(line)],
    ['neighbours', NEIGHBOURS.test(bare)],
    ['tags', TAGS.test(bare)],
    ['related', RELATED.test(line)],
    ['promotion', isPromotion(line, siteNames) || isCall(line) || ADVERTISEMENT.test(line)],
  ];
  return kinds.find(([, holds]) => holds)?.[0];
}

/** The names behind `责任编辑：`, `编辑：` and the like, if a line is nothing but such credits. */
export function editorIn(text: string): string | undefined {
  const bare = text.slice(0, LINE_LENGTH).replace(/^\s*(?:[【[]纠错[】\]])?\s*|\s+$/gu, '').replace(/^[（(［[【]|[）)］\]】]$/gu, '').replace(/\s+/gu, ' ').trim();
  return (EDITORS.exec(bare) ?? SOURCE_AND_EDITOR.exec(bare))?.groups?.names;
}

/** True for a line that sites put between the paragraphs of a text: a label, or a link to another article behind one. */
export const isInserted = (text: string, isLink: boolean): boolean => /^(?:advertisement|广告)$/iu.test(text) || isOffer(text, isLink) || (isLink && INSERTED.test(text));

/** True for what names the links behind it: `相关新闻：`; what parts them is left over from them. */
export function isLabelled(text: string): boolean {
  const label = text.replace(/(?<![\s|｜,，;；、·/])[\s|｜,，;；、·/]+$/u, '');
  return RELATED.test(label) || INSERTED.exec(label)?.[0] === label;
}

const isRights = (line: string): boolean => (DECLARATION.test(line) && RIGHTS.test(line)) || UNLABELLED_RIGHTS.test(line) || (FOOT.test(line) && !/[。！？]/u.test(line));

/** A call to a channel of the site itself, as a line without any sentence around it, or to a code that the page shows. */
function isPromotion(line: string, siteNames: readonly string[]): boolean {
  if (line.length > PROMOTION_LENGTH || !CALL.test(line)) return false;
  return QR_CALL.test(line) || (PLACE.test(line) && !/。./u.test(line) && siteNames.some((name) => line.includes(name)));
}
