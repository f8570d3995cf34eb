/** A string or number of unknown origin as text; anything else is empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The text on one line: no control characters, and no line breaks of Unicode (U+0085, U+2028, U+2029). */
export function oneLine(text: string): string {
  if (!/[\p{Cc}\u2028\u2029]/u.test(text)) return text.trim();
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\u2028\u2029]/gu, '')
    .replace(/\s+/g, (space) => (/[\t\n\r]/.test(space) ? ' ' : space))
    .trim();
}

/** True for an object with named members, not for an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
