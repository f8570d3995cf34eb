import type { Removal } from '../article/explanation.js';
import type { Catalogue } from './messages.js';

const list = (selectors: readonly string[]): string => (selectors.length > 0 ? selectors.join(' 和 ') : '（无）');

/** 网页的某一部分为何不属于文章。 */
const removals: Record<Removal, string> = {
  rule: '规则要求去除',
  outside: '这种元素从不包含文章',
  addition: '从名称看是网页附加的内容',
  link_list: '链接列表',
  hidden: '不显示，或没有文字',
  icon: '图标或占位图，或没有地址的图片',
  sentence: '网站的固定语句：',
  editor: '编辑署名行，写有',
  original_title: '其他媒体刊发时的原标题',
  repeated_title: '重复的标题',
  repeated_caption: '与下方表格的标题重复',
};

/** `article --explain` 的用语。 */
export const zhExplain: Catalogue['explain'] = {
  charset: (name, from) => `${name}，${from === 'guess' ? '根据文字推测' : from === 'bytes' ? '根据字节判定' : '根据声明'}`,
  rule: (id, holds) => `${id}，因为网页含有 ${list(holds)}`,
  generic: '无；由通用提取器读取',
  nearRule: (id, holds, fails) => `未采用 ${id}：网页含有 ${list(holds)}，但没有 ${list(fails)}`,
  found: (value, place) => (place ? `${value}  （${place}）` : value),
  weighed: (element, score) => `${element} 得分 ${score}`,
  size: (characters, pictures) => `${characters.toLocaleString('en')} 字${pictures > 0 ? `，${pictures} 张图片` : ''}`,
  removed: (element, size, start) => `${element}，${size}${start ? `：${start}` : ''}`,
  because: (why, detail) => `${removals[why]}${detail ? ` ${detail}` : ''}`,
  times: (number) => `共 ${number} 次`,
  removedEmpty: (number) => `${number} 个空元素`,
  refused: (reason, message) => `${reason}：${message}`,
};
