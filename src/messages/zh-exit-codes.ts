import type { Catalogue } from './messages.js';

/** 各退出码的含义。 */
export const zhExitCodes: Catalogue['exitCodes'] = {
  ok: '一切正常，没有新内容或略过了一些内容时也是如此',
  someFailed: '有文章或订阅源失败',
  usage: '用法错误',
  nothingUsable: '没有可用的结果：订阅源都读不出、新文章全部失败，或没有文档',
  locked: '输出文件夹被另一次运行占用',
  archive: '归档无法读取',
  output: '输出或日志文件无法写入',
  unexpected: '本程序自身的错误：请反馈',
  sigint: '被 SIGINT 中止',
  sigterm: '被 SIGTERM 中止',
};
