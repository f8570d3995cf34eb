import type { Catalogue } from './messages.js';

/** `init` 的提问、提示和写出的注释。 */
export const zhInit: Catalogue['init'] = {
  description: '为文件夹里的博客写一份配置，也可以附上定时任务',
  argument: '博客的根目录，或任意文件夹',
  feed: '要抓取的订阅源，写法与 fetch 相同；可以重复（默认：sina/china）',
  profile: '博文所用的生成器（默认：找到的博客，否则为 hexo）',
  images: '如何处理图片（默认：link）',
  schedule: 'cron 和 systemd 只打印，github-actions 写入文件（默认：none）',
  yes: '在终端上也不提问',
  askFeeds: (otherwise) => `订阅源，以空格分隔 [${otherwise}]：`,
  askImages: (modes, otherwise) => `图片：${modes.join('、')} [${otherwise}]：`,
  askSchedule: (schedules, otherwise) => `定时任务：${schedules.join('、')} [${otherwise}]：`,
  notOneOf: (word, words) => `${word} 不在以下各项之中：${words.join('、')}。`,
  exists: (file) => `${file}: 已经存在，保持原样。请手工修改，或用 news-scrape feeds add 添加订阅源，或先移走它。`,
  noFolder: (folder) => `${folder}: 没有这个文件夹。请先建立，或换一个。`,
  site: (name, sign) => `找到用 ${name} 搭建的博客（${sign}）`,
  insideSite: (name, root, out) => `此文件夹属于一个 ${name} 博客；博文将写入 ${out}。要写入博客自己的博文文件夹，请改用 news-scrape init ${root} 命令。`,
  noSite: (out) => `这里没有博客；博文将写入 ${out}`,
  next: (folder) => `下一步：${folder === '.' ? '' : `cd ${folder}，然后`}运行 news-scrape fetch`,
  cron: '用 crontab -e 添加这一行：',
  systemd: '把这些文件放入 ~/.config/systemd/user，然后运行：systemctl --user enable --now news-scrape.timer',
  comments: {
    head: 'news-scrape fetch 在此文件夹中的设置。',
    more: 'fetch 的每个选项都有同名的键：news-scrape fetch --help',
    profile: '博文所用的生成器',
    out: '博客的根目录，或博文文件夹；路径从本文件所在处算起',
    images: 'link、download、html 或 none',
    sourceLink: '在每篇博文末尾写一行媒体和原文链接',
    fields: 'front matter 里的更多键',
    feeds: '频道清单里的 id（news-scrape feeds）、网址，或文件',
  },
};
