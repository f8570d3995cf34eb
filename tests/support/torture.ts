import { escapeHtml } from '../../src/html.js';

/** An article whose text means something else to Markdown, HTML, a template language or a blog generator. */
export interface TortureArticle {
  title: string;
  html: string;
}

/** Texts that are known to break a build or to be shown wrongly by one generator or another. */
const KNOWN = [
  '{{ x }}', '{% foo %}', '{{', '{%', '}}', '%}', '{# x #}', '{#', '{{< y >}}', '{{% y %}}', '{{- x -}}', '{%- x -%}', '{: .red}', '{::comment}',
  '5~10亿元，增长3~4倍', '~~划掉~~', '**一、要点：**正文', '*ST示例', '__init__', '_下划线_', 'a | b', '| a | b |', '见http://example.com/a_b。公司', 'www.example.com，官网',
  '<script>alert(1)</script>', 'a<b>c', '<回购公司股份方案>', 'a < b > c', '>>更多', '<<返回', '$$100$$', '$5和$6', '&amp;', '&lt;b&gt;', '&#123;', '&copy', '&nbsp;',
  '#话题#', '# 标题', '- 项目', '+ 项目', '* 项目', '1. 项目', '2) 项目', '2。', '1．', '12:30', ': 定义', '=== 等号', '---', '***', '___', '```', '~~~', '^符号', '> 引用',
  '[链接](http://example.com)', '![图](x.png)', '[^1]: 脚注', '[x]: http://example.com', '甲]: 乙', '*[缩写]: 全称', '\\*反斜杠\\', 'C:\\路径', '\\(x\\)', '\\begin{x}', '`代码`', ':smile:', '@某人', 'a@example.com',
  '<!-- more -->', '<!--more-->', '-->', '<!--', '<?php ?>', '<![CDATA[x]]>', '==高亮==', '%%注释%%', '[[链接]]', '<%= x %>', '$ne', '……——“引号”\'单\'"双"', 'http：//example.com', 'https://', '%41%20',
];

const PUNCTUATION = Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

/** Each mark at the start of a line and in it, alone and doubled, beside Chinese, letters and blanks. */
const AROUND_MARKS = PUNCTUATION.flatMap((mark) => {
  const doubled = mark + mark;
  return [mark, `${mark}中文`, `${mark} 中文`, `${doubled}中文`, `${doubled} 中文`, `中文${mark}中文`, `中文${doubled}中文${doubled}中文`, `中 ${mark} 文`, `a${mark}b`, `中文${mark}`, `中文 ${doubled}`, `${mark}${mark}${mark}`];
});

const TEXTS = [...KNOWN, ...AROUND_MARKS].map(escapeHtml);

const paragraphs = TEXTS.map((text) => `<p>${text}</p>`).join('');
const inLine = (tag: string): string => TEXTS.map((text) => `<p>中文<${tag}>${text}</${tag}>中文</p>`).join('');
const lists = `<ul>${TEXTS.map((text) => `<li>${text}</li>`).join('')}</ul><ol>${TEXTS.map((text) => `<li>${text}<ul><li>${text}</li></ul></li>`).join('')}</ol>`;
const table = `<table><tr><th>项目</th><th>文字</th></tr>${TEXTS.map((text) => `<tr><td>${text}</td><td>中文${text}<br>${text}</td></tr>`).join('')}</table>`;
const headings = TEXTS.map((text, index) => `<h${2 + (index % 3)}>${text}</h${2 + (index % 3)}><p>正文</p>`).join('');
const figures = TEXTS.map((text, index) => `<figure><img src="https://example.com/${index}.png" alt="${text}"><figcaption>${text}</figcaption></figure>`).join('');
const links = TEXTS.map((text, index) => `<p>中文<a href="https://example.com/${index}?a=(b)&amp;copy=1#{x}">${text}</a>中文</p>`).join('');
const quotes = TEXTS.map((text) => `<blockquote><p>${text}</p><p>${text}<br>${text}</p></blockquote>`).join('');
const cellBlocks = '<table><tr><td><ul><li>甲</li><li>乙</li></ul></td><td><p>一</p><p>二</p></td></tr><tr><td><h3>小标题</h3><blockquote>引语</blockquote></td><td><table><tr><td>内一</td><td>内二</td></tr></table></td></tr></table>';
const cellLists = `<table>${TEXTS.map((text, index) => `<tr><td>\n\n<ul>\n<li>${text}</li>\n\n<li>中文<strong>${text}</strong>中文<ol><li><a href="https://example.com/${index}?a=(b)&amp;copy=1#{x}">${text}</a></li></ol></li></ul></td><td><pre>${text}\n\n    ${text}</pre><p>${text}<br>${text}</p><figure><img src="https://example.com/${index}.png" alt="${text}"><figcaption>${text}</figcaption></figure></td></tr>`).join('\n')}</table>`;
const code = `<p>中文<code>{{ x }}</code>和<code>a \`b\`</code></p><pre>{% foo %}\n  {{ y }}\n{{&lt; z &gt;}}</pre><pre>if (a &lt; b) {\n  c();\n}</pre><ul><li><pre>{{ a }}</pre></li></ul>`;

/** Every difficulty in every place, a place an article. */
export const TORTURE: readonly TortureArticle[] = [
  { title: '段落', html: paragraphs },
  { title: '粗体', html: inLine('strong') },
  { title: '斜体', html: inLine('em') },
  { title: '列表', html: lists },
  { title: '表格', html: table },
  { title: '标题', html: headings },
  { title: '图片', html: figures },
  { title: '链接', html: links },
  { title: '引用', html: quotes },
  { title: '单元格', html: cellBlocks },
  { title: '单元格里的列表', html: cellLists },
  { title: '代码', html: code },
  ...[...KNOWN, ...PUNCTUATION.map((mark) => `${mark}题${mark}${mark}目${mark}`)].map((title) => ({ title, html: '<p>正文</p>' })),
];
