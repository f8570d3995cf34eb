import type { Catalogue } from './messages.js';

/** 命令行解析器的消息，以及帮助中的标题。 */
export const zhUsage: Catalogue['usage'] = {
  lang: '帮助和消息的语言：en 或 zh（默认：由 LC_ALL、LC_MESSAGES 或 LANG 决定）',
  help: '显示本帮助',
  version: '显示版本',
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
  },
  groups: {
    scope: '抓取什么、写到哪里：',
    output: '输出与提示：',
    posts: '博文：',
    frontMatter: '博文的 front matter：',
    hooks: '自定义命令：',
    network: '网络：',
    pages: '网页的读取：',
    all: '所有命令通用：',
  },
  options: '[选项]',
  command: '[命令]',
  default: (value) => `（默认：${value}）`,
  opposite: (name) => `本次运行关闭 --${name}`,
  opposites: '--no-x 在本次运行中关闭配置里打开的开关 --x。',
  unknownOption: (flag) => `未知的选项 '${flag}'。`,
  unknownCommand: (name) => `未知的命令 '${name}'。`,
  missingArgument: (name) => `缺少必需的参数 '${name}'。`,
  missingValue: (flags) => `选项 '${flags}' 需要一个值。`,
  notAChoice: (flags, value, choices) => `选项 '${flags}' 不接受 '${value}'，只能是 ${choices.join('、')}。`,
  tooMany: (command, expected, given) => `'${command}' 的参数过多：给了 ${given} 个，应为 ${expected} 个。`,
  didYouMean: (meant) => `您是不是要用 ${meant.join(' 或 ')}？`,
};
