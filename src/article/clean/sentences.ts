const EDITOR_NAME = '(?:\\p{Script=Han} \\p{Script=Han}(?!\\p{Script=Han})|[\\p{Script=Han}·]{2,4}(?:_\\w{1,12})?|[A-Za-z][\\w.]{0,19})';
const EDITOR_NAMES = `(${EDITOR_NAME}(?:[ 、/]${EDITOR_NAME}){0,3})`;
/** Without a colon only in brackets: else it may be the beginning of a sentence. */
const EDITOR_LINE = new RegExp(`^(?:[（(［[【]?\\s?(?:责任编辑|责编)\\s?[：:]|[（(［[【]\\s?(?:责任编辑|责编)\\s|[（(［[【]\\s?编辑\\s?[：:])\\s?${EDITOR_NAMES}\\s?[）)］\\]】]?$`, 'u');
const EDITOR_TAIL = new RegExp(`[（(［[【](?:责任编辑|责编|编辑)[：:]\\s?${EDITOR_NAMES}\\s?[）)］\\]】]$`, 'u');

/** `责任编辑：NAME` as a paragraph of its own, with an editor's code or brackets; the name, or undefined. */
export function editorLine(text: string): string | undefined {
  return text.length > 100 ? undefined : EDITOR_LINE.exec(text.replace(/\s+/gu, ' ').trim())?.[1];
}

/** An editor's code alone, as Sina sets it below a text. */
export function isEditorCode(text: string): boolean {
  return /^[（(]?(?:(?:责任)?编辑[：:]\s?)?S[A-Z]\d{3}[）)]?$/u.test(text.trim());
}

/** `（责任编辑：NAME）` at the end of a paragraph: the name and the length of the note. */
export function editorTail(text: string): { name: string; length: number } | undefined {
  const [note = '', name] = EDITOR_TAIL.exec(text.slice(-100)) ?? [];
  return name === undefined || note.length === text.length ? undefined : { name, length: note.length };
}

/** `原标题：...` in front of an article that was taken over from elsewhere. */
export function isOriginalTitle(text: string): boolean {
  return /^[（(]?原标题[：:\s]/u.test(text);
}

/** `专题：` or `相关新闻：` and nothing but links behind it: the way to a page that collects articles, or to others. */
export function isTopicLine({ text, html }: { text: string; html: string }): boolean {
  if (text.length > 200 || !/^[>▲●◆\s]{0,4}(?:(?:点击进入|相关)?专题|相关(?:新闻|报道|阅读))[：:]/u.test(text)) return false;
  return html.includes('<a ') && /(?:专题|新闻|报道|阅读)[：:]$/u.test(unlinked(html));
}

/** A line that says no more than that links to other articles follow. */
export function isRelatedHeading({ text }: { text: string }): boolean {
  return /^[【[>▲●◆■\s]{0,4}(?:相关(?:新闻|报道|阅读)|延伸阅读|推荐阅读)[】\]：:\s]{0,3}$/u.test(text);
}

/** A paragraph or list in which nothing but links stands. */
export function isAllLinks({ html }: { html: string }): boolean {
  return html.includes('<a ') && unlinked(html) === '';
}

function unlinked(html: string): string {
  const plain = html.replace(/<\/?(?:strong|em|b|i|span|br|li|p)>/gu, '');
  return plain.replace(/<a href="[^"]*">[^<]*<\/a>/gu, '').replace(/^[>·•▲●◆■\s]{0,9}/u, '').trim();
}
