/** Characters that groff would make into typographic ones, which nobody can copy into a shell (groff_char(7), man(7)). */
const GLYPHS: Readonly<Record<string, string>> = { '\\': '\\e', '-': '\\-', "'": '\\(aq', '`': '\\(ga', '^': '\\(ha', '~': '\\(ti', '"': '\\(dq' };

/** Text as groff and mandoc print it to the letter, wherever in a line it stands, whatever the encoding of the page is taken for. */
export function roffText(text: string): string {
  const escaped = Array.from(text, (character) => GLYPHS[character] ?? (character > '~' ? codePoint(character) : character)).join('');
  // A dot at the beginning of a line would be a request. (What the table has in place of an apostrophe is none.)
  return escaped.replace(/^\./gm, String.raw`\&.`);
}

const codePoint = (character: string): string => `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

export const bold = (text: string): string => String.raw`\fB${roffText(text)}\fR`;

/** A request of man(7) with its arguments. */
const request = (name: string, ...words: readonly string[]): string => [name, ...words.map((word) => `"${roffText(word)}"`)].join(' ');

export const section = (title: string, lines: readonly string[]): string[] => [request('.SH', title), ...lines];
export const subsection = (title: string, lines: readonly string[]): string[] => [request('.SS', title), ...lines];
/** A paragraph; `text` is escaped already. */
export const paragraph = (text: string): string[] => ['.PP', text];
/** What a word means, indented below it. */
export const entry = (term: string, text: string): string[] => ['.TP', bold(term), roffText(text)];
/** The head of a page in section 1, whose words are not broken: options and paths stay what can be searched for and copied. */
export const head = (name: string, source: string): string[] => [request('.TH', name.toUpperCase(), '1', '', source), '.nh', '.ad l'];
