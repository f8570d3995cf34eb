import fc from 'fast-check';

const ASCII = Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');
const CHINESE = [...Array.from('中文，。：（）“”、￥～＋｜１．→　'), '\u00a0', '🙂', 'é'];
const ODD = ['http://a.cn/x', 'https://b.cn', 'www.c.cn', 'd.cn/%41', 'a_b@c.cn', 'http://', 'www.', '&amp', '&amp;', '&#41;',
  '1.', '2)', '---', '===', '***', '```', '~~~', '{{', '{%', '%}', '](', '![', '-->', '<!--', '<b>', '\n',
  '(c)', '(tm)', '+-', '....', ',,,', '????', '&nbsp;', '{#', '[^1]'];

const piece = fc.oneof(fc.constantFrom(...CHINESE, ' ', 'a', '1'), fc.constantFrom(...ASCII), fc.constantFrom(...ASCII.map((mark) => mark + mark)), fc.constantFrom(...ODD));

/** Text, as HTML, that is likely to mean something to a renderer. */
export const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) =>
  pieces.join('').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'));

const inline = (depth: number): fc.Arbitrary<string> => {
  const inner = depth === 0 ? text : fc.oneof(text, fc.constant('<br>'), wrapped(fc.constantFrom('strong', 'em', 'b', 'i', 'sub', 'sup'), inline(depth - 1)));
  return fc.array(inner, { maxLength: 4 }).map((parts) => parts.join(''));
};

/** An element of one of these names with such content. */
export const wrapped = (name: fc.Arbitrary<string>, content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(name, content).map(([tag, html]) => `<${tag}>${html}</${tag}>`);

const link = inline(2).map((content) => `<a href="http://l.cn/(x)">${content}</a>`);
const linked = fc.tuple(inline(1), fc.oneof(link, wrapped(fc.constantFrom('strong', 'em'), link)), inline(1)).map((parts) => parts.join(''));

/** Any nesting of inline elements. */
export const running = fc.oneof(inline(3), linked);

/** Any nesting of lists and quotes. */
export const blocks = (depth: number): fc.Arbitrary<string> => {
  const list = fc.array(wrapped(fc.constant('li'), depth === 0 ? running : blocks(depth - 1)), { maxLength: 3 }).map((items) => items.join(''));
  const quote = depth === 0 ? running : blocks(depth - 1);
  return fc.array(fc.oneof(wrapped(fc.constant('p'), running), running, wrapped(fc.constantFrom('ul', 'ol'), list), wrapped(fc.constant('blockquote'), quote)), { maxLength: 3 })
    .map((parts) => parts.join(''));
};

const row = wrapped(fc.constant('tr'), fc.array(wrapped(fc.constantFrom('td', 'th'), running), { minLength: 1, maxLength: 3 }).map((cells) => cells.join('')));
export const table = wrapped(fc.constant('table'), fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => rows.join('')));
