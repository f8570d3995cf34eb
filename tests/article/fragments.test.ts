import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/article/read-page.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';

/** Snippets of real bodies, which are not part of the project: what their names say is seen where they are at hand. */
const FOLDER = fileURLToPath(new URL('../../../shared/pages/bodies/fragments/', import.meta.url));
const BEFORE = '十月十二日，南岭省公布秋粮收购进度，全省已经过半。';
const BEHIND = '农户说，今年的价格比去年高了一成左右。';

const DIFFICULTIES: Readonly<Record<string, (markdown: string) => void>> = {
  autolink_calculator: (markdown) => {
    expect(markdown).toMatch(/\d{4}个税年度/u);
    expect(markdown).not.toContain('](');
  },
  centre_em_strong: (markdown) => {
    const html = new MarkdownIt().render(markdown);
    expect(html.match(/<strong>[^<]*(?:<em>)?-\d\d%(?:<\/em>)?<\/strong>/g), html).toHaveLength(2);
    expect(html).not.toContain('*');
  },
  empty_img_wrapper: (markdown) => {
    expect(markdown).not.toMatch(/!\[|article_adlist|速关注|➤/u);
    expect(markdown.split('\n\n')).toHaveLength(5);
  },
  font_splits_every_char: (markdown) => {
    expect(markdown.split('\n\n')).toHaveLength(3);
    expect(markdown).not.toMatch(/\p{Script=Han}\s\p{Script=Han}|\*/u);
  },
  index_keyword_empty_link: (markdown) => {
    expect(markdown).toMatch(/今年\S{1,8}指数我们/u);
    expect(markdown).not.toContain('](');
  },
  jqlblock_top: (markdown) => {
    expect(markdown).not.toMatch(/研报|\]\(|^>/mu);
    expect(markdown.split('\n\n')).toHaveLength(3);
  },
  keyword_splits_word: (markdown) => {
    expect(markdown.split('\n\n')).toHaveLength(5);
    expect(markdown).not.toMatch(/\]\(|\p{Script=Han}\s\p{Script=Han}/u);
  },
  nested_font_16: (markdown) => {
    expect(markdown.split('\n\n')).toHaveLength(3);
    expect(markdown).toMatch(/\p{Script=Han}\/\p{Script=Han}/u);
  },
  nested_img_wrapper_video: (markdown) => {
    expect(markdown.match(/!\[/g)).toHaveLength(1);
    expect(markdown).toMatch(/^\*\*（一）.*\*\*$/mu);
  },
  p_comment_only_datagif: (markdown) => {
    expect(markdown).toBe(`${BEFORE}\n\n${BEHIND}`);
  },
  qihuo_kaihu_commented: (markdown) => {
    expect(markdown).toBe(`${BEFORE}\n\n${BEHIND}`);
  },
  raw_lt_in_text: (markdown) => {
    expect(markdown).toMatch(/关于.{0,3}&?\\?.{0,3}回购公司股份方案.{0,5}的议案/u);
  },
  strong_indent_variants: (markdown) => {
    expect(markdown.match(/^\*\*[^*\s].*[^*\s]\*\*$/gmu)).toHaveLength(3);
    expect(markdown).toMatch(/^\[.*\]\(https:.*\)$/mu);
  },
};

function markdownOf(fragment: string): string {
  const page = `<html><head><meta charset="utf-8"></head><body><h1 class="main-title">秋粮</h1><div id="artibody"><p>${BEFORE}</p>${fragment}<p>${BEHIND}</p></div></body></html>`;
  const url = 'https://finance.sina.com.cn/roll/2026-10-12/doc-inztrapx1000105.shtml';
  return toMarkdown(readPage({ name: url, url, contentType: 'text/html', body: Buffer.from(page) }).html).trim();
}

describe.skipIf(!existsSync(FOLDER))('a real snippet (skipped where the folder of snippets is not beside the project)', () => {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.html')) : [];

  it('is known for what is difficult in it', () => {
    expect(files.map((name) => name.slice(0, -5))).toEqual(Object.keys(DIFFICULTIES));
  });

  it.each(files)('%s is read as a person would', (file) => {
    DIFFICULTIES[file.slice(0, -5)]?.(markdownOf(readFileSync(`${FOLDER}${file}`, 'utf8')));
  });
});
