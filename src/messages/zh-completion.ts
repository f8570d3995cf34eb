import type { Catalogue } from './messages.js';

/** Shell 中的命令补全。 */
export const zhCompletion: Catalogue['completion'] = {
  description: '输出让 shell 补全 news-scrape 命令的脚本',
  shell: 'bash、zsh 或 fish',
  group: '配置中的分组',
};
