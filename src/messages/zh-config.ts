import type { ConfigMistake } from '../error-params.js';
import type { Catalogue } from './messages.js';
import { afterHan } from './zh-spacing.js';

const types: Readonly<Record<string, string>> = { string: '文本', array: '列表', object: '由键和值组成的映射', number: '数字', boolean: 'true 或 false' };

/** 配置文件中的错误。 */
export const zhConfig: Catalogue['config'] = {
  tooLarge: (bytes, limit) => `有 ${bytes} 字节，超过了配置文件的上限 ${limit} 字节`,
  notUtf8: '不是 UTF-8 编码',
  notYaml: (detail) => `不是可以读取的 YAML：${detail}`,
  keyTwice: (key) => `键 ${JSON.stringify(key)} 在此处第二次出现`,
  keyNoText: '键必须是文本',
  unknownKey: (key, nearest, known) =>
    `未知的键 ${JSON.stringify(key)}；${nearest === undefined ? `可用的键：${known.join('、')}` : `您是不是要写 ${JSON.stringify(nearest)}？`}`,
  missingKey: (key) => `缺少键 ${JSON.stringify(key)}`,
  wrongType: (path, expected) => `${path || '此文件'} 必须是${afterHan(types[expected] ?? expected)}`,
  oneOf: (path, expected) => `${path || '此文件'} 必须是${afterHan([...new Set(expected)].map((type) => (type === 'array' ? '文本列表' : (types[type] ?? type))).join('或'))}`,
  emptyList: (path) => `${path} 至少要有一项`,
  wrong: (path) => `${path} 不符合此处的要求`,
  emptyText: '文本为空',
  badSelector: (selector, detail) => `${JSON.stringify(selector)} 不是 CSS 选择器：${detail}`,
  noHost: '主机要写成 example.com 这样的名称，不带协议、端口和路径；它也适用于所有子域名',
  noId: '标识由最多 60 个字母、数字、点、连字符和下划线组成',
  noCondition: '规则既没有 host 也没有 when：至少要有其一，才能知道它适用于哪些网页',
  noName: '名称由最多 60 个字母、数字、点、连字符和下划线组成，以字母或数字开头',
  noFeed: '订阅源是频道清单中的标识、网址或文件',
  feedOrUrl: '订阅源要写 feed 或 url，二者必居其一',
  groupOrGroups: '订阅源只能写 group 或 groups 其中之一',
  feedTwice: (feed, line) => `${JSON.stringify(feed)} 在此处第二次出现，第一次在第 ${line} 行`,
  unknownGroup: (group, meant) => `groups 下没有分组 ${JSON.stringify(group)}；您是不是要写 ${JSON.stringify(meant)}？`,
  badOption: (key, value, expected) => `${key} ${value}：应为${afterHan(expected)}`,
  runOnly: (key) => `${JSON.stringify(key)} 对整次运行有效，只能写在 defaults 下`,
  notByVariable: (name) => `不设置：--${name} 只用于单次运行，只能写在命令行里`,
  commandLineOnly: (key) => `${JSON.stringify(key)} 只用于命令行，不能写在配置里`,
  renamed: (earlier, now, version) => `从此文件的版本 ${version} 起，键 ${JSON.stringify(earlier)} 改名为 ${JSON.stringify(now)}；请改名`,
  newerVersion: (known) => `本程序只认识此文件版本 ${known} 及以前的格式；请升级 news-scrape`,
  noVersion: (known) => `此文件的版本是 1 到 ${known} 之间的整数`,
  unknownVariable: (variable, meant) => `环境变量 ${variable} 没有意义${meant === undefined ? '' : `；您是不是要用 ${meant}？`}`,
  expectedSwitch: 'true 或 false',
  commandDescription: '检查配置，或查看有效的选项',
  checkDescription: '列出配置中的全部错误，不抓取任何内容',
  showDescription: '显示每个订阅源的有效选项及其出处；密码等机密信息会被遮盖',
  showJson: '输出一个 JSON 对象',
  ofTheRun: '整次运行',
  builtIn: '内置',
  groupOrigin: (group) => `分组 ${group}`,
  addDescription: '查看订阅源（或网页所注明的订阅源），并把它记入配置',
  addArgument: '订阅源或网页的网址、频道清单中的标识或文件',
  groupOption: '订阅源所属的分组，可多次使用',
  removeDescription: '从配置中删去订阅源；它的文章保留不动',
  removeArgument: '订阅源的名称、标识、网址或文件，与配置中的写法一致',
  dryRun: '只说明将写入什么，不写任何内容',
  notToBeAdded: (feed) => `${feed}：配置里只能写每次运行都在的订阅源：频道清单中的标识、网址或文件。`,
  knownFeed: (feed, file, line) => `${feed}：已在 ${file} 的第 ${line} 行。`,
  otherFeed: (feed) => `网页还注明了另一个订阅源：${feed}`,
  foundFeed: (feed, title, items) => `${feed}：${title ?? '没有标题的订阅源'}，共 ${items} 条`,
  newestItem: (title, date) => `最新一条：${title}${date ? `（${date.toISOString().slice(0, 16).replace('T', ' ')} UTC）` : ''}`,
  removed: (feed) => `${feed}：已删去`,
  saved: (file, feeds, isDry) => `${file}：${isDry ? '没有写入，写入后将有' : '已写入，现有'} ${feeds} 个订阅源`,
  noSuchFeed: (feed, file, meant) => `${feed}：${file} 里没有这个订阅源。${meant === undefined ? '' : `您是不是要写 ${meant}？`}`,
  notEditable: (file) => `${file}：程序改写此文件会改变其中别的内容。请手工修改。`,
  changedMeanwhile: (file) => `${file}：另一个程序在此期间改动了此文件。没有写入任何内容；请重新运行此命令。`,
  none: '当前文件夹及其上级都没有 news-scrape.yaml。请新建一个，或用 --config 指定。',
  isRight: (file, feeds, rules) => `${file}: 正确，订阅源 ${feeds} 个，站点规则 ${rules} 条`,
  groups: (groups) => `分组：${groups.map(({ name, feeds, hasOptions }) => `${name}（订阅源 ${feeds} 个${hasOptions ? '' : '，没有选项'}）`).join('、')}`,
  about: {
    file: 'news-scrape 的订阅源和选项',
    version: (known) => `此文件格式的版本；目前为 ${known}`,
    defaults: '适用于所有订阅源及整次运行的选项',
    groupOptions: '各分组的订阅源的选项，以分组名为键',
    feeds: '订阅源：频道清单中的标识、网址或文件，可以单独写，也可以带选项',
    siteRules: '怎样读取某个网站的网页，优先于程序自带的规则',
    feed: '订阅源：频道清单中的标识、网址或文件',
    url: '与 feed 相同',
    name: '在命令行中称呼此订阅源的名称',
    group: '订阅源所属的分组',
    groups: '订阅源所属的各个分组；选项冲突时以最后一个为准',
  },
  aboutRule: {
    id: '规则的名称，--explain 会显示',
    sample: '编写此规则所依据的网页的网址',
    host: '网页来自此主机或其子域名',
    when: '选择器，每一个都必须在网页中有匹配',
    body: '正文所在元素的选择器',
    title: '标题的位置：选择器，或“选择器@属性”',
    date: '日期的位置',
    source: '来源媒体的位置',
    author: '作者的位置',
    editor: '编辑的位置',
    keywords: '关键词的位置',
    remove: '正文中不属于文章的部分的选择器',
    'next-page': '通向文章下一页的链接的选择器',
  },
  idTaken: (id) => `标识 ${JSON.stringify(id)} 已被另一条规则使用`,
};

const MOST_LINES = 20;

/** 全部错误，每个一行，写法与编辑器和编译器相同：开头是文件、行、列。 */
export function zhMistakes(file: string, mistakes: readonly ConfigMistake[]): string {
  const lines = mistakes.slice(0, MOST_LINES).map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`);
  const rest = mistakes.length > MOST_LINES ? [`…… 另有 ${mistakes.length - MOST_LINES} 个`] : [];
  return [...lines, ...rest].join('\n');
}
