import type { RuleElement } from './dom.js';

/** Code inside a line; in a table's cell GFM wants its pipes escaped even there. */
export function inlineCode(_content: string, node: RuleElement): string {
  const text = node.textContent ?? '';
  const code = node.closest('td, th') ? text.replaceAll('|', '\\|') : text;
  const delimiter = '`'.repeat(longestRun(code) + 1);
  const padding = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return delimiter + padding + code + padding + delimiter;
}

/** A block of code, verbatim, between fences longer than any run of backticks in it. */
export function codeBlock(_content: string, node: RuleElement): string {
  const code = (node.textContent ?? '').replace(/\n$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `\n\n${fence}\n${code}\n${fence}\n\n`;
}

function longestRun(code: string): number {
  return (code.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
