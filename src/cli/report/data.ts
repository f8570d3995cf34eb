import type { RunEvent } from '../../run.js';

/** What goes to standard output: paths of written posts, or documents, or JSON. */
export interface DataOptions {
  stdout?: boolean;
  json?: boolean;
  /** The path of a post as the user would type it. */
  pathOf: (file: string) => string;
}

/** What standard output gets for an event; empty for most. */
export function dataOf(event: RunEvent, { stdout, json, pathOf }: DataOptions): string {
  if (event.type !== 'article') return '';
  const { outcome, document = '' } = event;
  const file = outcome.file === undefined || stdout ? undefined : pathOf(outcome.file);
  if (json) return `${JSON.stringify({ ...outcome, ...(file !== undefined && { file }) })}\n`;
  if (stdout) return document;
  return ['written', 'updated'].includes(outcome.status) && file !== undefined ? `${file}\n` : '';
}
