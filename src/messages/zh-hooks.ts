import type { Catalogue } from './messages.js';

/** 与用户自己的命令有关的消息。 */
export const zhHooks: Catalogue['hooks'] = {
  onWritten: '每写入一篇博文后运行此命令，其标准输入为该文章的 JSON',
  onFinish: '运行结束时执行此命令，其标准输入为汇总的 JSON',
  expectedCommand: '程序及其参数，例如 "git add"；含空格的词要加成对的引号',
  failed: (hook, command, detail, file) => `钩子失败：${hook} ${command}：${detail}${file === undefined ? '' : `，处理的是 ${file}`}。博文不受影响。`,
  notStarted: (detail) => `无法启动（${detail}）`,
  exited: (code) => `以退出码 ${code} 结束`,
  killed: (signal) => `被 ${signal} 终止`,
  tooLong: (seconds) => `超过 ${seconds} 秒，已被终止`,
};
