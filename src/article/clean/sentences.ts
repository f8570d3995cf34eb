const EDITOR_NAME = '(?:[\\p{Script=Han}·]{2,4}(?:_\\w{1,12})?|[A-Za-z][\\w.]{0,19})';
const EDITOR_NAMES = `(${EDITOR_NAME}(?:[ 、/]${EDITOR_NAME}){0,3})`;
/** Without a colon only in brackets: else it may be the beginning of a sentence. */
const EDITOR_LINE = new RegExp(`^(?:[（(［[【]?\\s?(?:责任编辑|责编)\\s?[：:]|[（(［[【]\\s?(?:责任编辑|责编)\\s)\\s?${EDITOR_NAMES}\\s?[）)］\\]】]?$`, 'u');
const EDITOR_TAIL = new RegExp(`[（(［[【](?:责任编辑|责编)[：:]\\s?${EDITOR_NAMES}\\s?[）)］\\]】]$`, 'u');

/** `责任编辑：NAME` as a paragraph of its own, with an editor's code or brackets; the name, or undefined. */
export function editorLine(text: string): string | undefined {
  return text.length > 100 ? undefined : EDITOR_LINE.exec(text.replace(/\s+/gu, ' ').trim())?.[1];
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

/** `专题：` and nothing but links behind it: the way to a page that collects articles. */
export function isTopicLine({ text, html }: { text: string; html: string }): boolean {
  if (text.length > 200 || !/^[>▲●◆\s]{0,4}(?:点击进入|相关)?专题[：:]/u.test(text)) return false;
  const plain = html.replace(/<\/?(?:strong|em|b|i|span|br)>/gu, '');
  const unlinked = plain.replace(/<a href="[^"]*">[^<]*<\/a>/gu, '').trim();
  return unlinked !== plain && /专题[：:]$/u.test(unlinked);
}
