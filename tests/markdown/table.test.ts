import { describe, expect, it } from 'vitest';
import { COMMONMARK, GENERATORS, HUGO, OBSIDIAN } from '../../src/markdown/dialect.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { render, visibleLines } from './visible.js';

const lines = (...rows: string[]): string => rows.join('\n');
const table = (...rows: string[]): string => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;

describe('the header of a table', () => {
  it('is its thead', () => {
    const html = '<table><thead><tr><td>年</td><td>3</td></tr></thead><tbody><tr><td>一</td><td>4</td></tr></tbody></table>';
    expect(toMarkdown(html)).toBe(lines('| 年 | 3 |', '| --- | --- |', '| 一 | 4 |'));
  });

  it('is a first row of th', () => {
    expect(toMarkdown(table('<th>1</th><th></th>', '<td>a</td><td>b</td>'))).toBe(lines('| 1 |  |', '| --- | --- |', '| a | b |'));
  });

  it('is a first row that names every column', () => {
    expect(toMarkdown(table('<td></td><td>2021</td>', '<td>营收</td><td>1.5</td>'))).toBe(lines('|  | 2021 |', '| --- | --- |', '| 营收 | 1.5 |'));
  });

  it.each([
    ['figures', '<td>营收</td><td>-1,500.5%</td>', '| 营收 | \\-1,500.5% |'],
    ['a gap', '<td>营收</td><td></td>', '| 营收 |  |'],
  ])('is empty above a first row with %s', (_, row, line) => {
    expect(toMarkdown(table(row, '<td>一</td><td>二</td>'))).toBe(lines('|  |  |', '| --- | --- |', line, '| 一 | 二 |'));
  });
});

describe('a row in front that is one cell over all columns', () => {
  it.each([
    ['a unit', ['<td colspan="2">单位：亿元</td>'], '单位：亿元'],
    ['a title of two lines', ['<th colspan="2">表1 <br>（修正）</th>'], '表1  \n（修正）'],
    ['a title and a unit', ['<td colspan="3">**表1**</td>', '<td colspan="2">1. 单位：亿元</td>'], '\\*\\*表1\\*\\*\n\n1\\. 单位：亿元'],
  ])('such as %s is a line above, and the next row the header', (_, front, above) => {
    expect(toMarkdown(table(...front, '<td>指标</td><td>上半年</td>', '<td>营收</td><td>2</td>'))).toBe(lines(above, '', '| 指标 | 上半年 |', '| --- | --- |', '| 营收 | 2 |'));
  });

  it('is a row where it does not reach over all of them, stands further below, or is the table', () => {
    expect(toMarkdown(table('<td>单位：亿元</td>', '<td>一</td><td>二</td>', '<td>三</td><td>4</td>'))).toContain('| 单位：亿元 |  |');
    expect(toMarkdown(table('<td>一</td><td>二</td>', '<td colspan="2">其中</td>', '<td>三</td><td>4</td>'))).toContain('| 其中 |  |');
  });
});

describe('spans', () => {
  it('are laid out as a browser does, each text once', () => {
    const html = table('<td rowspan="2">指标</td><td colspan="2">年度</td>', '<td>上</td><td>下</td>', '<td colspan="3">注</td>');
    expect(toMarkdown(html)).toBe(lines('| 指标 | 年度 |  |', '| --- | --- | --- |', '|  | 上 | 下 |', '| 注 |  |  |'));
  });

  it('of any size add no columns and no rows', () => {
    const html = table('<td colspan="9007199254740991" rowspan="9007199254740991">a</td><td colspan="-1" rowspan="x">b</td>', '<td>c</td><td>d</td>');
    expect(toMarkdown(html).length).toBeLessThan(1500);
  });

  it('cannot make a huge post of a small page', () => {
    const html = table(...Array<string>(2000).fill('<td colspan="1000">x</td><td rowspan="65534">y</td>'));
    expect(toMarkdown(html).length).toBeLessThan(html.length);
  });

  it('leave short rows short where filling them would make a huge post', () => {
    const html = table('<td>x</td>'.repeat(3000), ...Array<string>(3000).fill('<td>y</td>'));
    const markdown = toMarkdown(html);
    expect(markdown.length).toBeLessThan(html.length);
    expect(markdown.match(/[xy]/g)).toHaveLength(6000);
  });
});

describe('the cells of a table', () => {
  it('keep paragraphs and lines apart, and their pipes', () => {
    const html = table('<td>一</td><td>二</td>', '<td><p>a|b</p><p>c</p></td><td>d<br>e <code>f|g</code></td>');
    expect(toMarkdown(html)).toBe(lines('| 一 | 二 |', '| --- | --- |', '| a\\|b<br>c | d<br>e `f\\|g` |'));
    expect(visibleLines(render(toMarkdown(html)))).toEqual(['一', '二', 'a|b', 'c', 'd', 'e f|g']);
  });

  it('may hold a picture and nothing else', () => {
    expect(toMarkdown(table('<td>一</td><td><img src="http://i.cn/1.png"></td>')))
      .toBe(lines('|  |  |', '| --- | --- |', '| 一 | ![](http://i.cn/1.png) |'));
  });

  it('never look like a rule between two parts of a table', () => {
    expect(toMarkdown(table('<td>一</td><td>二</td>', '<td>-</td><td>--</td>'))).toContain('| \\- | \\-&#45; |');
  });

  it('without content make no row', () => {
    const html = table('<td>一</td><td>二</td>', '<td> </td><td><p></p></td>', '', '<td>三</td><td>四</td>');
    expect(toMarkdown(html)).toBe(lines('| 一 | 二 |', '| --- | --- |', '| 三 | 四 |'));
  });
});

describe('a table around the article', () => {
  it('has its caption in bold in front', () => {
    const html = '<p>见表</p><table><caption>表<b>1</b></caption><tr><td>一</td><td>二</td></tr></table>';
    expect(toMarkdown(html)).toBe(lines('见表', '', '**表1**', '', '|  |  |', '| --- | --- |', '| 一 | 二 |'));
  });

  it('dissolves if it has one cell, or none', () => {
    const frame = table('<td></td>', `<td><p>一</p><ul><li>二</li></ul>${table('<td>三</td>')}</td>`);
    expect(toMarkdown(`${frame}${table('<td> </td>')}`)).toBe('一\n\n- 二\n\n三');
  });

  it('vanishes if none of its pictures has an address', () => {
    expect(toMarkdown(`一${table('<td><img></td><td><img></td>')}二`)).toBe('一\n\n二');
  });
});

describe('a cell that holds more than lines of text', () => {
  it.each([
    ['a list', '<ul><li>一</li><li>{二}<ol><li>三</li></ol></li></ul>', '一 <br>&#123;二&#125; <br>三'],
    ['a table', table('<td>一</td><td>二</td>'), '一 <br>二'],
    ['code', '<pre>a\n\n  b</pre>', 'a <br>b'],
    ['a heading', '<h3>一 </h3>二', '一 <br>二'],
    ['a quotation', '<blockquote><p>一</p>二</blockquote>', '一 <br>二'],
    ['paragraphs and a rule', '<p>一</p>\n\n<p>二</p><hr>', '一 <br>二'],
  ])('such as %s keeps its lines, without HTML that Hugo would drop', (_, cell, line) => {
    expect(toMarkdown(table(`<td>x</td><td>${cell}</td>`), HUGO)).toBe(lines('|  |  |', '| --- | --- |', `| x | ${line} |`));
  });

  it.each([
    ['a list', '要点：<br><br><ul class="a" onclick="x()"><li style="x">一</li>\n\n<li><b>{{二}}</b><ol><li>三<sup>2</sup></li></ol></li></ul>', '要点：<ul><li>一</li><li><strong>&#123;&#123;二&#125;&#125;</strong><ol><li>三<sup>2</sup></li></ol></li></ul>'],
    ['a table', `<p>甲</p>${table('<td rowspan="2" bgcolor="red">一</td><td>二</td>', '<td>{% 三 %}</td>')}`, '<p>甲</p><table>\n<tr><td rowspan="2">一</td><td>二</td></tr>\n<tr><td>&#123;% 三 %&#125;</td></tr>\n</table>'],
    ['a list with links and pictures', '<ul><li><a href="javascript:x()">一</a><a href="http://a.cn/?a=1&amp;b=2" target="_blank">二</a></li><li><img src="http://i.cn/1.png" onerror="x()" alt="&lt;图&gt;"></li></ul>', '<ul><li>一<a href="http://a.cn/?a=1&amp;b=2">二</a></li><li><img src="http://i.cn/1.png" alt="图"></li></ul>'],
    ['a list, code and a quotation', '<ul><li>&lt;b&gt;*一*</li></ul><pre>a  b</pre><blockquote><p>c</p></blockquote><script>x()</script><!-- y -->', '<ul><li>&lt;b&gt;*一*</li></ul><p>a b</p><p>c</p>'],
  ])('such as %s becomes clean HTML for all others', (_, cell, html) => {
    const wanted = lines('<table>', '<tr><th>x</th><th>:y</th></tr>', `<tr><td colspan="2">${html}</td></tr>`, '</table>').replace('>:', '>&#58;');
    for (const dialect of [GENERATORS, COMMONMARK, OBSIDIAN]) {
      expect(toMarkdown(`<p>前</p>${table('<th>x</th><th>:y</th>', `<td colspan="2">${cell}</td>`)}<p>后</p>`, dialect)).toBe(`前\n\n${wanted}\n\n后`);
    }
    expect(toMarkdown(table('<td>x</td>', `<td>${cell}</td>`), { ...GENERATORS, tagsPictures: true })).not.toMatch(/<img (?!referrerpolicy="no-referrer")/);
    expect(visibleLines(render(wanted))).toEqual(visibleLines(wanted));
    expect(wanted).not.toMatch(/^\s|\n\s|<!--/);
  });
});

describe('what stands out of place', () => {
  it('in a table stands in front of it, as browsers show it', () => {
    const html = '<table>甲<tr><td>乙</td>丙<td>丁</td></tr><p>戊</p></table>';
    expect(toMarkdown(html)).toBe('甲\n\n戊\n\n丙\n\n|  |  |\n| --- | --- |\n| 乙 | 丁 |');
  });

  it('as a part of no table is text', () => {
    expect(toMarkdown('<tr>甲<td>乙</td></tr><thead>丙</thead><ul><td>丁</td></ul>')).toBe('甲\n\n乙\n\n丙\n\n- 丁');
  });
});
