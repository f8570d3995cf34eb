/** What a template of file names may hold between braces. */
export const PLACEHOLDERS = ['date', 'title', 'slug', 'id', 'feed'] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A template in its pieces: a text, and the placeholder that follows it. */
export type NameTemplate = readonly { text: string; placeholder?: Placeholder }[];

/**
 * Reads a template such as `{date}-{title}`; an `.md` at its end says nothing new.
 * @returns undefined for an unknown placeholder, a brace without its partner, a folder, or nothing at all
 */
export function parseNameTemplate(template: string): NameTemplate | undefined {
  const name = template.replace(/\.md$/i, '').trim();
  if (name === '' || /[/\\]/.test(name)) return undefined;
  const pieces = name.split(/(?<=\})/).map(readPiece);
  return pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

function readPiece(piece: string): NameTemplate[number] | undefined {
  const [, text = '', word] = /^([^{}]*)(?:\{(\w*)\})?$/.exec(piece) ?? [undefined, '{'];
  if (word === undefined) return text.includes('{') ? undefined : { text };
  const placeholder = PLACEHOLDERS.find((name) => name === word);
  return placeholder && { text, placeholder };
}

export const DEFAULT_NAME: NameTemplate = [{ text: '', placeholder: 'date' }, { text: '-', placeholder: 'title' }];

/** Whether a template uses a placeholder. */
export const uses = (template: NameTemplate, placeholder: Placeholder): boolean => template.some((piece) => piece.placeholder === placeholder);
