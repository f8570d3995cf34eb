import { zhCauseFamilies, zhCauses, zhExchange } from './zh-causes.js';
import { zhCli } from './zh-cli.js';
import { zhConfig, zhMistakes } from './zh-config.js';
import { zhDoctor } from './zh-doctor.js';
import { zhCompletion } from './zh-completion.js';
import { zhExamples } from './zh-examples.js';
import { zhExitCodes } from './zh-exit-codes.js';
import { zhExplain } from './zh-explain.js';
import { zhFilter } from './zh-filter.js';
import { zhFeeds } from './zh-feeds.js';
import { zhHooks } from './zh-hooks.js';
import type { Catalogue } from './messages.js';
import { zhPictures } from './zh-pictures.js';
import { zhPost } from './zh-post.js';
import { zhTelling } from './zh-telling.js';
import { afterHan } from './zh-spacing.js';
import { zhUsage } from './zh-usage.js';
import { zhInit } from './zh-init.js';
import { zhPreview } from './zh-preview.js';
import { zhStats } from './zh-stats.js';
import { zhWatch } from './zh-watch.js';

const instead = (alternative: string | undefined, otherwise: string): string => (alternative === undefined ? otherwise : `请改用仍在更新的 ${alternative}。`);

/** For an answer of 500 and above. */
const SERVER_TROUBLE = '问题在对方服务器，请稍后再试。';

const until = (retryAt: string | undefined): string | undefined => (retryAt === undefined ? undefined : `服务器要求在 ${retryAt} 之前不要访问，请在此之后再试。`);

const errors: Catalogue['errors'] = {
  usage: ({ detail }) => detail,
  option_invalid: ({ option, value, expected }) => `${option} ${value}: 应为${afterHan(expected)}。`,
  feed_unknown: ({ feed, nearest }) =>
    `${feed}: 没有这个订阅源。${nearest.length > 0 ? `您是不是要用 ${nearest.join(' 或 ')}？` : ''}运行 news-scrape feeds 查看频道清单；也可以用网址、文件或 -。`,
  feed_file_unreadable: ({ file, detail }) => `${file}: 无法读取订阅源文件（${detail}）。请检查路径和权限。`,
  feed_unreachable: ({ url, cause, alternative }) => `${url}: 无法抓取订阅源（${cause}）。${instead(alternative, '请检查网址和网络，然后重新运行。')}`,
  feed_http_status: ({ url, status, retryAt, alternative }) => `${url}: 订阅源返回 HTTP ${status}。${instead(alternative, until(retryAt) ?? (status >= 500 ? SERVER_TROUBLE : '请确认网址仍然正确。'))}`,
  feed_is_html: ({ url, alternative }) => `${url}: 这是网页，不是订阅源。${instead(alternative, '请给出它的 RSS、Atom 或 JSON 订阅源的网址。')}`,
  feed_unrecognized: ({ url, start }) => `${url}: 不是本程序认识的订阅源（开头是 ${JSON.stringify(start)}）。可以读取 RSS、Atom、JSON Feed 和新浪滚动新闻接口。`,
  feed_malformed: ({ url, detail }) => `${url}: 订阅源已损坏（${detail}）。请稍后再试，或告知其发布者。`,
  feed_truncated: ({ url, detail }) => `${url}: 订阅源的 JSON 不完整或已损坏（${detail}）。请稍后再试。`,
  feed_api_status: ({ url, status, message }) => `${url}: 滚动新闻接口以状态 ${status} 拒绝${message ? `（${message}）` : ''}。请检查 pageid 和 lid。`,
  feed_no_data: ({ url }) => `${url}: 滚动新闻接口的响应中没有文章列表。请检查 pageid 和 lid，或稍后再试。`,
  feed_empty: ({ url, alternative }) => `${url}: 订阅源中没有任何条目，可能已经停用。${instead(alternative, '运行 news-scrape feeds 查看仍在更新的频道。')}`,
  network: ({ url, cause }) => `${url}: ${cause}。请检查网址和网络，然后再试。`,
  timeout: ({ url, seconds }) => `${url}: ${seconds} 秒内没有收到完整的响应。请稍后再试。`,
  http_status: ({ url, status, retryAt }) => `${url}: 服务器返回 HTTP ${status}。${until(retryAt) ?? (status >= 500 ? SERVER_TROUBLE : '请在浏览器中打开，看它是否还在。')}`,
  too_large: ({ url, limit }) => `${url}: 超过 ${Math.round(limit / 1024 / 1024)} MiB 的读取上限，已略过。`,
  too_many_redirects: ({ url, limit }) => `${url}: 重定向超过 ${limit} 次。请在浏览器中打开，看它通向何处。`,
  private_address: ({ url, address }) => `${url}: 指向内部网络的地址 ${address}，那里不会有新闻网站。如果是您自己的网站，请使用 --allow-private。`,
  robots: ({ url }) => `${url}: 网站的 robots.txt 禁止程序抓取。如果是您自己的网站，请使用 --ignore-robots。`,
  robots_unreachable: ({ url, status }) =>
    `${url}: 没有请求，因为无法读取网站的 robots.txt（HTTP ${status}）。请稍后再试；如果是您自己的网站，请使用 --ignore-robots。`,
  url_hidden: ({ url }) => `${url}: 这个网址中的密钥没有保存，只有它的订阅源能再次给出这篇文章。请在订阅源还列出它时抓取。`,
  url_unsupported: ({ url }) => `${url}: 只能抓取 http 和 https 网址。`,
  page_file_unreadable: ({ file, detail }) => `${file}: 无法读取网页文件（${detail}）。请检查路径和权限。`,
  page_not_html: ({ url, type }) => `${url}: 不是网页，而是${afterHan(type || '未知的内容')}。`,
  page_blocked: ({ url, sign }) => `${url}: 文章前有人机验证或登录（${sign}）。请稍后放慢速度再试，或在浏览器中打开。`,
  page_is_error: ({ url, sign }) => `${url}: 得到的是错误页，不是文章（${sign}）。`,
  page_empty: ({ url, characters }) => `${url}: 只找到 ${characters} 字的正文。此网页的版式可能尚未支持。`,
  page_no_title: ({ url }) => `${url}: 没有找到标题。此网页的版式可能尚未支持。`,
  page_shrunk: ({ url }) => `${url}: 网页现有的文字不到博文的一半，博文保持不变。请比较两者；refresh --force 会采用网页的内容。`,
  page_video_only: ({ url }) => `${url}: 只有视频，没有正文。`,
  page_pictures_only: ({ url }) => `${url}: 只有图片，没有正文。`,
  page_is_index: ({ url }) => `${url}: 这是文章列表，不是文章。`,
  page_unreadable: ({ url, detail }) => `${url}: 无法处理此网页（${detail}）。请连同网址一起反馈。`,
  picture_unusable: ({ url, detail }) => `${url}: 没有保存此图片（${detail}）。`,
  item_no_url: ({ title }) => `${title || '没有标题的条目'}: 订阅源既没有给出此条目的网址，也没有给出正文。`,
  archive_corrupt: ({ file, line, detail, copy }) =>
    `${file}，第 ${line} 行: 不是归档记录（${detail}）。没有改动任何内容${copy === undefined ? '' : `，并已另存一份为 ${copy}`}。请修正或删除该行，然后重新运行。`,
  archive_newer: ({ file, version }) => `${file}: 由更新版本的 news-scrape 写入（格式 ${version}）。没有改动任何内容。请升级 news-scrape。`,
  archive_changed: ({ file }) => `${file}: 本次运行期间，归档被另一个程序修改。请重新运行。`,
  archive_unreadable: ({ file, detail }) => `${file}: 无法读取归档（${detail}）。请检查权限。`,
  config_unreadable: ({ file, detail }) => `${file}: 无法读取配置（${detail}）。请检查路径和权限。`,
  config_invalid: ({ file, mistakes }) => zhMistakes(file, mistakes),
  opml_unreadable: ({ file, detail }) => `${file}：无法读取其中的订阅列表（${detail}）。请重新导出为 OPML。`,
  template_invalid: ({ file, line, detail }) => `${file}，第 ${line} 行: ${detail}。模板可用的内容见 README。`,
  template_unreadable: ({ file, detail }) => `${file}: 无法读取模板（${detail}）。请检查路径和权限。`,
  site_unreadable: ({ file, detail }) => `${file}: 无法读取网站的配置（${detail}）。请修正它，或指定网站以外的文件夹。`,
  port_unusable: ({ port, detail }) => `端口 ${port}: 无法监听（${detail}）。请用 --port 换一个，0 表示任选空闲端口。`,
  output_locked: ({ dir, owner }) => `${dir}: 此文件夹被另一次运行占用（${owner}）。请等它结束，或用 --wait 等待。`,
  output_lock_lost: ({ dir }) => `${dir}: 本次运行停顿过久，文件夹已被另一次运行接管。已写入的内容是完整的，由另一次运行继续。`,
  output_unwritable: ({ path, detail }) => `${path}: 无法写入（${detail}）。请检查文件夹、权限和剩余空间。`,
  interrupted: ({ signal }) => `被 ${signal} 中止；已写入的内容是完整的。`,
};

const reasons: Catalogue['reasons'] = {
  new: '新文章',
  feed_text: '新文章；网页上没有正文，采用订阅源中的全文',
  restored: '人工删除的博文，因 --force 重新写入',
  changed: '文章或读取方式有变，已在原处重写',
  forced: '因 --force 覆盖了人工修改',
  known: '已由之前的运行写入',
  same: '重新读取，结果相同',
  edited: '博文经过人工修改，保持不变',
  deleted: '博文已被人工删除，不再写入',
  gone: '网页已不存在（HTTP 404 或 410），博文保留',
  hidden: '网址中有密钥，密钥不写入任何文件；博文保持不变，直到订阅源再次列出它',
  adopted: '不是本程序写的博文，保持不变',
  video_only: '只有视频，没有正文',
  pictures_only: '只有图片，没有正文',
  index_page: '是文章列表，不是文章',
  robots: 'robots.txt 禁止抓取，解禁前一直略过',
  too_old: '早于 --max-age 或 --since 所允许的时间',
  excluded: '标题匹配 --exclude',
  not_included: '标题不匹配任何 --include',
  caught_up: '已由 --catch-up 标记为看过，不再请求',
  rests: '不久前失败过，留待以后的运行再取',
  gave_up: '连续多日失败，不再请求',
  not_found: '网页已不存在（HTTP 404 或 410）',
  http_status: '服务器返回错误状态',
  network: '无法抓取网页',
  timeout: '网页没有按时到达',
  private_address: '网址指向内部网络',
  too_large: '网页比任何文章都大',
  not_html: '网址指向的不是网页',
  blocked: '文章前有人机验证或登录',
  error_page: '是错误页，不是文章',
  empty_body: '没有正文，或正文太少',
  no_title: '没有找到标题',
  shrunk: '网页的文字不到博文的一半，博文保留',
  unreadable: '无法处理此网页',
  no_url: '订阅源没有给出条目的网址',
  url_unsupported: '网址既不是 http 也不是 https',
  not_a_post: '文件没有能说明是哪篇文章的 front matter',
};

const feedReasons: Catalogue['feedReasons'] = {
  feed_file_unreadable: '无法读取文件',
  feed_unreachable: '服务器没有响应',
  feed_http_status: '服务器返回错误状态',
  feed_is_html: '网址指向网页',
  feed_unrecognized: '不是 RSS、Atom、JSON Feed，也不是滚动新闻接口',
  feed_malformed: 'XML 或 JSON 已损坏',
  feed_truncated: 'JSON 不完整',
  feed_api_status: '滚动新闻接口拒绝',
  feed_no_data: '滚动新闻接口没有给出列表',
  feed_empty: '没有任何条目',
  timeout: '没有按时到达',
  too_large: '比任何订阅源都大',
  url_unsupported: '指向的网址既不是 http 也不是 https',
  private_address: '指向内部网络',
  too_many_redirects: '重定向没有尽头',
};

const archive: Catalogue['archive'] = {
  conflict: 'git 的冲突标记：请保留双方的各行，删除标记',
  notJson: '不是 JSON',
  noHeader: '第一行不是归档应有的文件头',
  field: (name) => `字段 ${JSON.stringify(name)} 缺失、有误或位置不对`,
  notAPost: (file) => `${file}: 其 front matter 没有说明是哪篇文章：既没有网址，也没有标题和日期。未作处理。`,
  owner: (pid, host, started) => `主机 ${host} 上的进程 ${pid}，始于 ${started}`,
  ownerUnknown: (since) => `未留下名称的进程，始于 ${since}`,
};

/** 给人看的所有语句，中文。 */
export const zh: Catalogue = {
  errors,
  reasons,
  feedReasons,
  archive,
  exitCodes: zhExitCodes,
  cli: zhCli,
  config: zhConfig,
  feeds: zhFeeds,
  post: zhPost,
  pictures: zhPictures,
  explain: zhExplain,
  telling: zhTelling,
  filter: zhFilter,
  hooks: zhHooks,
  doctor: zhDoctor,
  watch: zhWatch,
  stats: zhStats,
  preview: zhPreview,
  init: zhInit,
  usage: zhUsage,
  examples: zhExamples,
  completion: zhCompletion,
  causes: zhCauses,
  causeFamilies: zhCauseFamilies,
  exchange: zhExchange,
};
