import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { hrefs, render, visibleLines } from './visible.js';

type Case = readonly [html: string, markdown: string];

describe('blocks', () => {
  it.each<Case>([
    ['', ''],
    ['<p>  </p><p><br></p>', ''],
    ['<p>一</p>\n<p>二</p>', '一\n\n二'],
    ['<p>　　\u00a0段首空格　</p>', '段首空格'],
    ['<p>一<br>二<br></p>', '一  \n二'],
    ['<p>一<br><br>二</p>', '一\n\n二'],
    ['裸露的文字<p>一</p>尾', '裸露的文字\n\n一\n\n尾'],
    ['<h2>第一节</h2><h5>细目</h5>', '## 第一节\n\n##### 细目'],
    ['<h2><strong>一</strong>、<em>二</em></h2>', '## 一、*二*'],
    ['<h2>上行<br>下行</h2>', '## 上行 下行'],
    ['<h3>语言 C#</h3><h3>##</h3>', '### 语言 C\\#\n\n### \\#\\#'],
    ['<blockquote><p>一</p><p>二<br>三</p></blockquote>', '> 一\n>\n> 二  \n> 三'],
    ['<p>一</p><hr><p>二</p>', '一\n\n***\n\n二'],
    ['<ul><li>一</li><li><p>二</p></li></ul>', '- 一\n- 二'],
    ['<ol><li>一</li><li></li><li>二<br>三</li></ol>', '1. 一\n2. 二  \n   三'],
    ['<ul><li>一<ul><li>二</li></ul></li><li>三</li></ul>', '- 一\n  - 二\n- 三'],
    ['<ul><li>一</li><ul><li>二</li></ul></ul>', '- 一\n\n  - 二'],
    ['<ol><li><p>一</p><p>二</p></li></ol>', '1. 一\n\n   二'],
    ['<li>没有列表</li>', '没有列表'],
    ['<pre>\r\n<code>if (a) {\r\n  b *c*;\r\n}\r\n</code></pre>', '```\nif (a) {\n  b *c*;\n}\n```'],
    ['<pre>\n\n一<br>```\n</pre>', '````\n\n一\n```\n````'],
    ['<p>一</p><pre> \n</pre>', '一'],
    ['<ul><li>一<pre>x\n\n  y</pre></li></ul>', '- 一\n\n  ```\n  x\n\n    y\n  ```'],
    ['<div><p>一</p>二</div><script>x</script><style>y</style>', '一\n\n二'],
  ])('%j becomes %j', (html, markdown) => {
    expect(toMarkdown(html)).toBe(markdown);
  });
});

describe('text', () => {
  it.each<Case>([
    ['a{b}c\\d', 'a&#123;b&#125;c&#92;d'],
    ['{{ x }} {% y %} {# z #}', '&#123;&#123; x &#125;&#125; &#123;% y %&#125; &#123;# z #&#125;'],
    ['《关于&lt;某某方案&gt;的议案》', '《关于&lt;某某方案>的议案》'],
    ['R&amp;D &amp;amp; &amp;#41; &amp;copy', 'R&D &amp;amp; &amp;#41; &copy'],
    ['详情&gt;&gt; a &gt; b', '详情&gt;&gt; a > b'],
    ['`*_[]~|', '&#96;\\*\\_\\[\\]\\~\\|'],
    ['$5 $$100$$', '$5 \\$\\$100\\$\\$'],
    ['增长5~10%，*ST某股', '增长5\\~10%，\\*ST某股'],
    ['# 一', '\\# 一'],
    ['+一<br>-5%<br>=三<br>:四', '\\+一  \n\\-5%  \n\\=三  \n&#58;四'],
    ['1. 一<br>2) 二<br>12.5亿元', '1\\. 一  \n2\\) 二  \n12.5亿元'],
    ['&gt; 一<br>^二', '&gt; 一  \n&#94;二'],
    ['1．一<br>2。二<br>1，100万<br>见#话题#，a - b + c: d = 1. 2', '1．一  \n2。二  \n1，100万  \n见#话题#，a - b + c: d = 1. 2'],
    ['电邮a_b@c.cn和@某人', '电邮a\\_b&#64;c.cn和@某人'],
    ['a\u0001\u0085b&#2;', 'ab'],
    ['a\n b\u00a0 c', 'a b\u00a0 c'],
  ])('%j becomes %j', (text, markdown) => {
    expect(toMarkdown(`<p>${text}</p>`)).toBe(markdown);
  });
});

describe('bold and italics', () => {
  it.each<Case>([
    ['<strong>一</strong>二<em>三</em>', '**一**二*三*'],
    ['<strong>一、要点：</strong>正文', '**一、要点：**<!-- -->正文'],
    ['正文<strong>（一）</strong>', '正文<!-- -->**（一）**'],
    ['说：<strong>“好”</strong>。', '说：**“好”**。'],
    ['涨<strong>￥5～</strong>～', '涨<!-- -->**￥5～**<!-- -->～'],
    ['<strong>🙂</strong>', '**🙂**'],
    ['一 <strong>（二）</strong>　三', '一 **（二）**　三'],
    ['\u{10100}<strong>“一</strong>', '\u{10100}<!-- -->**“一**'],
    ['见<strong><a href="http://a.cn">一</a></strong>处', '见<!-- -->**[一](http://a.cn)**<!-- -->处'],
    ['<strong>一</strong><b>二</b> <strong>三<strong>四</strong></strong>', '**一二 三四**'],
    ['一<strong>　二 </strong>三<strong> </strong><em></em>四', '一　**二** 三 四'],
    ['<strong>一<br>二</strong>', '**一**  \n**二**'],
    ['<strong><em>一</em></strong>二', '**一**二'],
    ['<strong><em>一</em>二<em>！</em></strong>', '**一二！**'],
    ['<strong>一</strong><em>二</em>', '**一**<!-- -->*二*'],
    ['<strong>见http://a.cn</strong>处', '**见<http://a.cn>**<!-- -->处'],
    ['H<sub>2</sub>O，<sup><strong>注</strong></sup>', 'H<sub>2</sub>O，<sup>**注**</sup>'],
  ])('%j becomes %j', (html, markdown) => {
    expect(toMarkdown(`<p>${html}</p>`)).toBe(markdown);
  });

  it('stay with the paragraphs inside them', () => {
    expect(toMarkdown('<strong><p>一</p><p>二</p></strong>')).toBe('**一**\n\n**二**');
  });
});

describe('code in a line', () => {
  it.each<Case>([
    ['<code>a*b | {x}</code>', '`a*b | {x}`'],
    ['<code>`a``b</code>', '``` `a``b ```'],
    ['<code>a`</code>', '`` a` ``'],
    ['<code>http://a.cn</code>', '`http://a.cn`'],
    ['<strong><code>x</code></strong>', '**`x`**'],
  ])('%j becomes %j', (html, markdown) => {
    expect(toMarkdown(`<p>${html}</p>`)).toBe(markdown);
  });
});

describe('links', () => {
  it.each<Case>([
    ['<a href="http://a.cn/b_(c) d?x={y}|">某某</a>', '[某某](http://a.cn/b_%28c%29%20d?x=%7By%7D%7C)'],
    ['<a href="http://a.cn/?a=1&amp;amp;b">x</a>', '[x](http://a.cn/?a=1&amp;amp;b)'],
    ['<a href="http://a.cn/b">http://a.cn/b</a>', '<http://a.cn/b>'],
    ['<a href="http://a.cn::8/">http://a.cn::8/</a>', '[http&#58;//a.cn::8/](http://a.cn::8/)'],
    ['<a href="http://a.cn/%41">http://a.cn/%41</a>', '[http&#58;//a.cn/&#37;41](http://a.cn/%41)'],
    ['<a href="http://a.cn">见 http://b.cn</a>', '[见 http&#58;//b.cn](http://a.cn)'],
    ['<a href="http://a.cn"> </a>一<a href="http://a.cn"><strong></strong></a>', '一'],
    ['<a href="javascript:alert(1)">一</a><a href="data:text/html,x">二</a><a>三</a>', '一二三'],
    ['<a href="http://a.cn">中国</a><a href="http://a.cn">银行</a>', '[中国银行](http://a.cn)'],
    ['<a href="http://a.cn">一<br>二</a>', '[一](http://a.cn)  \n[二](http://a.cn)'],
    ['快看!<a href="http://a.cn">一</a>', '快看\\![一](http://a.cn)'],
    ['<a href="http://a.cn"><img src="http://i.cn/1.png"></a>', '[![](http://i.cn/1.png)](http://a.cn)'],
    ['一 <a href="http://a.cn"><img src="http://i.cn/1.png"> 二</a>', '一 [![](http://i.cn/1.png)](http://a.cn) [二](http://a.cn)'],
    ['<a href="http://a.cn"><strong>一：</strong>二</a>', '[**一：**<!-- -->二](http://a.cn)'],
  ])('%j becomes %j', (html, markdown) => {
    expect(toMarkdown(`<p>${html}</p>`)).toBe(markdown);
  });
});

describe('bare addresses', () => {
  it.each<Case>([
    ['见http://a.cn/x_y。公司', '见<http://a.cn/x_y>。公司'],
    ['（https://a.cn/x?y=1&amp;z=2，全文）', '（<https://a.cn/x?y=1&z=2>，全文）'],
    ['(see http://a.cn/x).', '(see <http://a.cn/x>).'],
    ['http://a.cn/中文', '<http://a.cn/>中文'],
    ['http://a.cn/?q=%41', '[http&#58;//a.cn/?q=&#37;41](http://a.cn/?q=%41)'],
    ['http://xn--fiq.cn', '[http&#58;//xn-&#45;fiq.cn](http://xn--fiq.cn)'],
    ['http://a.cn/?b&amp;copy;=1', '[http&#58;//a.cn/?b&amp;copy;=1](http://a.cn/?b&amp;copy;=1)'],
    ['http://a.cn:99999/', 'http&#58;//a.cn:99999/'],
    ['http://a.cn:8080/', '<http://a.cn:8080/>'],
    ['访问www.a.cn/b_c，', '访问[www&#46;a.cn/b\\_c](http://www.a.cn/b_c)，'],
    ['http:// https：// ftp://a.cn awww.b', 'http&#58;// https：// ftp&#58;//a.cn awww&#46;b'],
  ])('%j becomes %j', (text, markdown) => {
    expect(toMarkdown(`<p>${text}</p>`)).toBe(markdown);
  });

  it('lead where the text says, whether or not the renderer finds links itself', () => {
    const html = '<p>见http://a.cn/x。公司www.b.cn，或a@c.cn</p>';
    for (const linkify of [true, false]) {
      const rendered = render(toMarkdown(html), linkify);
      expect(hrefs(rendered)).toEqual(['http://a.cn/x', 'http://www.b.cn']);
      expect(visibleLines(rendered)).toEqual(visibleLines(html));
    }
  });
});

describe('images and figures', () => {
  it.each<Case>([
    ['<p>左<img src="http://i.cn/a b(1).png" alt="图">右</p>', '左![图](http://i.cn/a%20b%281%29.png)右'],
    ['<p>左<img alt="图">右<img src=" "></p>', '左右'],
    ['<img src="http://i.cn/1.png" alt="[*ST] a_b {%\n|">', '![ST a b &#123;% \\|](http://i.cn/1.png)'],
    ['<p><strong>一<img src="http://i.cn/1.png">二</strong></p>', '**一**![](http://i.cn/1.png)**二**'],
    ['<figure><img src="http://i.cn/1.png" alt="旧"><figcaption>图一：<em>厂房</em>*</figcaption></figure>', '![图一：厂房](http://i.cn/1.png)\n\n*图一：厂房\\**'],
    ['<figure><img src="http://i.cn/1.png" alt="旧"></figure>', '![旧](http://i.cn/1.png)'],
    ['<figure><img src="http://i.cn/1.png"><img src="http://i.cn/2.png"></figure>', '![](http://i.cn/1.png)\n\n![](http://i.cn/2.png)'],
    ['<figure>摄影<img src="http://i.cn/1.png">某人</figure>', '摄影\n\n![](http://i.cn/1.png)\n\n某人'],
    ['<a href="http://a.cn"><figure><img src="http://i.cn/1.png"></figure></a>', '[![](http://i.cn/1.png)](http://a.cn)'],
  ])('%j becomes %j', (html, markdown) => {
    expect(toMarkdown(html)).toBe(markdown);
  });
});
