import { writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import MarkdownIt from 'markdown-it';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPage } from '../../src/article/read-page.js';
import { composePost } from '../../src/post/compose.js';
import { DEFAULT_FORM } from '../../src/post/form.js';
import { emptyFolder, runCli } from '../support/cli.js';
import { PAGES } from '../support/hostile-site.js';

/** Markup in an article's body that runs something in a reader's browser, if it comes through. */
const ATTACKS: readonly (readonly [name: string, markup: string])[] = [
  ['a script', '<p>字<script>alert(1)</script></p>'],
  ['a script in capitals with an odd end', '<p>字<SCRIPT >alert(1)</SCRIPT\n foo></p>'],
  ['a script in a script', '<p>字<scr<script></script>ipt>alert(1)</scr<script></script>ipt></p>'],
  ['a script behind a slash', '<p>字<script/src=//evil.example></script></p>'],
  ['a script in a drawing', '<p>字<svg><script>alert(1)</script></svg></p>'],
  ['handlers', '<p onclick=alert(1)>字<img src="https://a.example/a.jpg" onerror="alert(1)" onload=alert(1)><b onmouseover=alert(1)>字</b></p>'],
  ['a handler behind a slash', '<p>字<img/src="https://a.example/a.jpg"/onerror=alert(1)></p>'],
  ['a handler in an address', '<p><img src=\'https://a.example/a.jpg" onerror="alert(1)\' alt=\'" onerror="alert(1)\'></p>'],
  ['a handler in a link', '<p><a href=\'https://a.example/"onclick="alert(1)\'>字</a></p>'],
  ['a link that ends its destination', '<p><a href="https://a.example/)<script>alert(1)</script>(">字</a></p>'],
  ['javascript:', '<p><a href="javascript:alert(1)">字</a></p>'],
  ['JavaScript: in capitals', '<p><a href="JaVaScRiPt:alert(1)">字</a></p>'],
  ['javascript: with entities', '<p><a href="&#106;&#x61;vascript&colon;alert(1)">字</a></p>'],
  ['javascript: with tabs and line ends', '<p><a href="java\tscr\nipt:alert(1)">字</a><a href="java&Tab;script&NewLine;:alert(1)">字</a></p>'],
  ['javascript: behind control characters', '<p><a href="\u0001\u0008 javascript:alert(1)">字</a><a href="&#1;javascript:alert(1)">字</a></p>'],
  ['javascript: behind a zero', '<p><a href="java\0script:alert(1)">字</a></p>'],
  ['vbscript:', '<p><a href="vbscript:msgbox(1)">字</a></p>'],
  ['view-source: and file:', '<p><a href="view-source:javascript:alert(1)">字</a><a href="file:///etc/passwd">字</a></p>'],
  ['blob: and filesystem:', '<p><a href="blob:https://a.example/1">字</a><a href="filesystem:https://a.example/1">字</a></p>'],
  ['data:text/html', '<p><a href="data:text/html,<script>alert(1)</script>">字</a><img src="data:text/html;base64,PHNjcmlwdD4="></p>'],
  ['a drawing as data', '<p><img src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\' onload=\'alert(1)\'/>">字</p>'],
  ['a link in a drawing', '<p>字<svg><a xlink:href="javascript:alert(1)"><text>字</text></a></svg></p>'],
  ['an animation that sets an address', '<p>字<svg><a><animate attributeName=href values=javascript:alert(1)></animate><text>字</text></a></svg></p>'],
  ['a drawing that uses another', '<p>字<svg><use href="data:image/svg+xml,<svg id=x xmlns=\'http://www.w3.org/2000/svg\'><script>alert(1)</script></svg>#x"/></svg></p>'],
  ['a drawing that loads', '<p>字<svg/onload=alert(1)></p>'],
  ['formulas with a link', '<p>字<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">字</maction></math></p>'],
  ['mutation by a style in formulas', '<p>字<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></style></mglyph></table></mtext></math></p>'],
  ['mutation by a style in a drawing', '<p>字<svg></p><style><a id="</style><img src=1 onerror=alert(1)>"></style></svg>'],
  ['mutation by noscript', '<p>字</p><noscript><p title="</noscript><img src=1 onerror=alert(1)>"></p></noscript>'],
  ['mutation by a text area', '<p>字</p><textarea></textarea><img src=1 onerror=alert(1)></textarea>'],
  ['mutation by a form', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style></mglyph></form></mtext></math></form>'],
  ['mutation by a list of options', '<p>字<select><template><style><!--</style><a rel="--></style></template></select><img id=x src=1 onerror=alert(1)>"></a></p>'],
  ['a frame', '<p>字</p><iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['a frame that never ends', '<p>字</p><iframe><p><script>alert(1)</script>'],
  ['an object', '<object data="javascript:alert(1)"><param name=movie value="javascript:alert(1)">字</object><embed src="javascript:alert(1)">'],
  ['an applet', '<applet code="javascript:alert(1)">字</applet>'],
  ['a form', '<form action="javascript:alert(1)"><input type=submit value=字><button formaction="javascript:alert(1)">字</button><input autofocus onfocus=alert(1)></form>'],
  ['another page', '<meta http-equiv=refresh content="0;url=javascript:alert(1)"><p>字</p>'],
  ['a base for all links', '<base href="javascript:alert(1)//"><p><a href="#x">字</a><a href="x">字</a></p>'],
  ['a style sheet', '<link rel=stylesheet href="javascript:alert(1)"><style>@import "javascript:alert(1)";</style><p>字</p>'],
  ['styles', '<p style="background:url(javascript:alert(1));width:expression(alert(1));behavior:url(a.htc);-moz-binding:url(a.xml)">字</p>'],
  ['a background', '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">字</td><td>字</td></tr><tr><td>字</td><td>字</td></tr></table>'],
  ['players', '<video poster="javascript:alert(1)" onerror=alert(1)><source onerror=alert(1)></video><audio src=1 onerror=alert(1)></audio><p>字</p>'],
  ['details that open', '<details open ontoggle=alert(1)><summary>字</summary>字</details><marquee onstart=alert(1)>字</marquee>'],
  ['a picture with other sources', '<p><img srcset="javascript:alert(1) 1x" lowsrc="javascript:alert(1)" dynsrc="javascript:alert(1)" data-src="javascript:alert(1)">字</p>'],
  ['markup as text', '<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=1 onerror=alert(1)&gt;字</p>'],
  ['markup as text, twice', '<p>&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;字</p>'],
  ['markup as code', '<pre>```\n</code></pre><script>alert(1)</script><pre>&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;</pre><p><code>`&lt;img src=1 onerror=alert(1)&gt;`</code></p>'],
  ['markup in a description', '<p><img src="https://a.example/a.jpg" alt="](x)&lt;img src=1 onerror=alert(1)&gt;[" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"></p>'],
  ['markup in a caption', '<div class="img_wrapper"><img src="https://a.example/a.jpg"><span class="img_descr">&lt;img src=1 onerror=alert(1)&gt;" onerror="alert(1)</span></div>'],
  ['markup in a cell', '<table><caption>&lt;script&gt;alert(1)&lt;/script&gt;</caption><tr><th>|&lt;img src=1 onerror=alert(1)&gt;</th><th>字</th></tr><tr><td>字</td><td>字</td></tr></table>'],
  ['Markdown as text', '<p>[字](javascript:alert(1)) ![字](javascript:alert(1)) &lt;javascript:alert(1)&gt; [字][1]</p><p>[1]: javascript:alert(1)</p>'],
  ['Markdown as text of a link', '<p><a href="https://a.example/">字](javascript:alert(1)) [字</a></p>'],
  ['a comment that ends oddly', '<p>字<!--><script>alert(1)</script>--><!-- --!><img src=1 onerror=alert(1)> --></p>'],
  ['a CDATA section', '<p>字<svg><![CDATA[</svg><img src=1 onerror=alert(1)>]]></svg></p>'],
  ['an instruction', '<p>字<?xml-stylesheet href="javascript:alert(1)"?><!ENTITY x "alert(1)"></p>'],
  ['the end of the page', '<p>字</p></div></body></html><script>alert(1)</script><p onclick=alert(1)>字</p>'],
  ['elements of a browser of its own', '<x onclick=alert(1) tabindex=1>字</x><script-x src=javascript:alert(1)>字</script-x>'],
];

const ELEMENTS = new Set(['html', 'head', 'body', 'div', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figure', 'figcaption', 'a', 'img', 'strong', 'em', 'sub', 'sup', 'br', 'hr']);
const ATTRIBUTES = new Set(['href', 'src', 'alt', 'colspan', 'rowspan', 'referrerpolicy']);

/** All in a rendered post that no article needs. */
function foreignTo($: CheerioAPI): string[] {
  return $('*').get().filter(isTag).flatMap((element) => (ELEMENTS.has(element.name) ? foreignAttributes(element) : [`<${element.name}>`]));
}

function foreignAttributes({ name, attribs }: Element): string[] {
  return Object.entries(attribs).filter(([attribute, value]) => !isHarmless(attribute, value)).map(([attribute, value]) => `<${name} ${attribute}="${value}">`);
}

function isHarmless(attribute: string, value: string): boolean {
  if (attribute === 'href' || attribute === 'src') return /^https?:\/\//.test(value);
  return ATTRIBUTES.has(attribute);
}

const BODIES = ['markdown', 'html'] as const;
/** Markup in a post comes through, as it does in Hexo and its like, and so does every address. */
const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.validateLink = () => true;

/** What a reader's browser makes of a post. */
function render(document: string, body: (typeof BODIES)[number]): { fields: Record<string, unknown>; $: CheerioAPI } {
  const [, yaml = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(document) ?? [];
  return { fields: parse(yaml) as Record<string, unknown>, $: load(body === 'html' ? text : renderer.render(text)) };
}

function postOf(page: string, body: (typeof BODIES)[number]): string {
  const article = readPage({ name: 'page', url: 'https://a.example/news/1.html', contentType: 'text/html', body: Buffer.from(page) });
  return composePost(article, { id: 'x', form: { ...DEFAULT_FORM, body }, now: new Date() }).document;
}

const CASES = (['sina', 'other'] as const).flatMap((kind) => BODIES.map((body) => [kind, body] as const));
const KEYS = Object.keys(render(postOf(PAGES.sina('<p>字</p>'), 'markdown'), 'markdown').fields);

describe.each(CASES)('of a page (%s) nothing that runs comes through as %s:', (kind, body) => {
  it.each(ATTACKS)('%s', (_, markup) => {
    const { $ } = render(postOf(PAGES[kind](markup), body), body);
    expect(foreignTo($)).toEqual([]);
    expect($.text()).toContain('秋粮收购进度');
  });

  it.each([
    ['the end of the front matter', '秋粮\n---\n<script>alert(1)</script>'],
    ['another key', '秋粮\nlayout: evil\nheadimg: javascript:alert(1)'],
    ['quotes', '"\'秋粮\': [&quot;&#39;<b>&#10;permalink: /evil/'],
    ['a tag of YAML', '!!js/function "alert(1)" 秋粮'],
    ['markup', '秋粮&lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('a title with %s', (_, title) => {
    const { fields, $ } = render(postOf(PAGES[kind]('<p>字</p>', title), body), body);
    expect(Object.keys(fields).filter((key) => !KEYS.includes(key))).toEqual([]);
    expect(fields.title).toEqual(expect.stringContaining('秋粮'));
    expect(JSON.stringify(fields.headimg ?? '')).not.toContain('javascript');
    expect(foreignTo($)).toEqual([]);
  });
});

describe('the program itself', () => {
  const folder = emptyFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(CASES)('lets none of them through (%s, as %s)', async (kind, body) => {
    const file = join(folder, `${kind}.html`);
    const closed = ATTACKS.filter(([name]) => !/never ends|end of the page|mutation/.test(name)).map(([, markup]) => markup);
    writeFileSync(file, PAGES[kind](closed.join('\n')));
    const { stdout, code } = await runCli(['article', file, '--body', body]);
    expect(code).toBe(0);
    expect(foreignTo(render(stdout, body).$)).toEqual([]);
  });
});
