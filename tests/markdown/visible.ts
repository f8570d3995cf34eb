import { load } from 'cheerio/slim';
import { isTag, isText, type AnyNode } from 'domhandler';
import MarkdownIt from 'markdown-it';

const BLOCKS = new Set('p div h2 h3 h4 li ul ol blockquote table thead tbody tr td th figure figcaption caption pre hr br'.split(' '));
const MARKS = new Map([['strong', 'strong'], ['b', 'strong'], ['em', 'em'], ['i', 'em'], ['sub', 'sub'], ['sup', 'sup']]);

type Character = readonly [character: string, marks: string];

const plain = new MarkdownIt({ html: true });
const linking = new MarkdownIt({ html: true, linkify: true });
const typographing = new MarkdownIt({ html: true, linkify: true, typographer: true, quotes: `""''` });

/** The HTML that a CommonMark renderer with tables makes of a post. */
export function render(markdown: string, linkify = false): string {
  return (linkify ? linking : plain).render(markdown);
}

/** The same with every liberty that a renderer takes, but for the form of quotation marks. */
export function renderFreely(markdown: string): string {
  return typographing.render(markdown).replaceAll('’', "'");
}

/** What a reader sees of HTML: its lines, without the white space around them. */
export function visibleLines(html: string): string[] {
  const lines = charactersByLine(html).map((line) => line.map(([character]) => character).join(''));
  return lines.map((line) => line.replace(/ +/g, ' ').trim()).filter((line) => line !== '');
}

/** Every visible character of HTML with the bold, italic, low and high text that it stands in; bold text is not italic. */
export function markedCharacters(html: string): string[] {
  const characters = charactersByLine(html).flat().filter(([character]) => character.trim() !== '');
  return characters.map(([character, marks]) => `${character} ${marks}`.trim());
}

/** The addresses of the links in HTML. */
export function hrefs(html: string): string[] {
  return load(html)('a').toArray().map(({ attribs }) => attribs.href ?? '');
}

const withoutItalics = (marks: string[]): string[] => (marks.includes('strong') ? marks.filter((mark) => mark !== 'em') : marks);

function charactersByLine(html: string): Character[][] {
  const lines: Character[][] = [[]];
  const visit = (node: AnyNode, marks: readonly string[]): void => {
    if (isText(node)) {
      for (const character of node.data.replace(/[ \t\n\f\r]+/g, ' ')) lines.at(-1)?.push([character, marks.join(' ')]);
    }
    if (!isTag(node)) return;
    const edge = BLOCKS.has(node.name);
    const inner = withoutItalics([...new Set([...marks, MARKS.get(node.name) ?? ''])].filter(Boolean)).sort();
    if (edge) lines.push([]);
    for (const child of node.children) visit(child, inner);
    if (edge) lines.push([]);
  };
  for (const node of load(html, null, false).root().contents().toArray()) visit(node, []);
  return lines;
}
