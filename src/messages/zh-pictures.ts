import type { Catalogue } from './messages.js';

/** 图片为何没有保存，以及与已保存图片有关的消息。 */
export const zhPictures: Catalogue['pictures'] = {
  empty: '没有收到内容',
  page: '收到的是网页或 XML 图形，不是图片',
  type: (type) => `${type === '' ? '类型未知' : `类型为 ${type.toUpperCase()}`}，不是 JPEG、PNG、GIF、WebP、AVIF 或 BMP`,
  spacer: (width, height) => `只有 ${width} x ${height} 像素`,
  tooMany: '文章的图片数超过了每篇的上限',
  missing: (title, message) => `${title}: ${message}博文中保留图片的原地址；refresh 会再次尝试。`,
  pathUnreadable: (name, file, key) =>
    `警告：${file} 中的 ${key} 要运行 ${name} 才能算出，因此图片地址按没有设置它来写。要让它生效，请在该文件中直接写成文本。`,
  notCopied: (folder) => `警告：网站配置没有复制 ${folder}，网站中将缺少图片。请在配置中加入 eleventyConfig.addPassthroughCopy('${folder}')。`,
  needsDownload: '--image-max-width: 需要与 --images download 一起使用。只是链接的图片会保持原样。',
  needsSharp: '--image-max-width: 需要未随本程序提供的 sharp 包。请在运行本程序的文件夹中安装（npm install sharp），或去掉此选项。',
  needsFolder: '--images download: 需要存放图片的文件夹，而 article 和 --stdout 没有。请改用 link 或 html。',
};
