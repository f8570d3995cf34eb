import type { Catalogue } from './messages.js';

const CHECK_PROXY = '请检查 HTTP_PROXY、HTTPS_PROXY、NO_PROXY 或 --proxy。';

/** `doctor` 的输出。 */
export const zhDoctor: Catalogue['doctor'] = {
  description: '检查运行所需的一切：文件夹、归档、锁、主机、订阅源，以及能否读取最新的文章',
  argument: '要检查的订阅源，写法与 fetch 相同，或 @分组；省略则为配置中的全部',
  json: '每项检查输出一行 JSON 对象，最后输出汇总',
  line: (status, check, subject, message) => `${status.padEnd(4)}  ${check.padEnd(7)}  ${subject}: ${message}`,
  summary: ({ ok, warn, fail }) => `${ok} 项正常，${warn} 项需留意，${fail} 项失败`,
  versions: (program, node) => `版本 ${program}，Node.js ${node}`,
  oldNode: (program, node, oldest) => `版本 ${program} 需要 Node.js ${oldest} 或更高版本，当前为 ${node}。请升级 Node.js。`,
  writable: '可以写入',
  willBeMade: '尚不存在，可以创建',
  unwritable: (detail) => `无法写入（${detail}）。请检查路径、权限和剩余空间。`,
  archive: (articles) => (articles === 0 ? '尚无已知的文章' : `已知 ${articles} 篇文章`),
  lockFree: '没有运行占用此文件夹',
  lockLeft: (owner) => `由 ${owner} 留下，该进程已结束；下次运行会接管`,
  lockHeld: (owner) => `被 ${owner} 占用。请等待那次运行结束，或查看它在做什么。`,
  lockUnreadable: (detail) => `无法读取（${detail}）。请检查文件夹的权限。`,
  answers: '有响应',
  stage: {
    dns: (cause) => `无法查到它的地址（${cause}）。请检查网址以及本机的域名服务器。`,
    tcp: (cause) => `无法与它建立连接（${cause}）。请检查网络和端口；主机也可能已停机。`,
    tls: (cause) => `无法与它建立安全连接（${cause}）。请检查网址以及本机的时钟。`,
    http: (cause) => `已连接，但没有得到完整的响应（${cause}）。请稍后再试。`,
    proxy: (cause) => `代理不让访问它（${cause}）。${CHECK_PROXY}`,
  },
  feed: (items, newest) => `${items} 个条目，${newest === undefined ? '都没有日期' : `最新的是 ${newest.slice(0, 16).replace('T', ' ')} UTC`}`,
  stale: (newest, alternative) =>
    `最新的条目是 ${newest.toISOString().slice(0, 10)} 的，它可能已停止更新。${alternative === undefined ? '运行 news-scrape feeds 查看仍在更新的频道。' : `请改用仍在更新的 ${alternative}。`}`,
  article: (rule, characters) => `有标题、日期和 ${characters} 字的正文，由${rule === 'generic' ? '通用提取器' : `规则 ${rule} `}读取`,
  missing: (rule, fields) => `网页上没有 ${fields.join(' 和 ')}（由 ${rule} 读取），采用订阅源给出的。运行 news-scrape article --explain 查看找到了什么。`,
  ruleFails: (rule, fails) => `规则 ${rule} 已不适用于此网页（缺少：${fails.join('、')}），改由通用提取器读取。请修正规则；运行 news-scrape article --explain 查看网页。`,
};
