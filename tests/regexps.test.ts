import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { financePage } from './support/pages.js';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));

const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** All patterns that the sources make of pieces, each once: what they ask of the constructor while they are loaded and used. */
async function madePatterns(): Promise<RegExp[]> {
  const found = new Map<string, RegExp>();
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, [pattern, flags]: [string | RegExp, string?]) {
      const made = new target(pattern, flags);
      const maker = new Error().stack?.split('\n')[2] ?? '';
      if (maker.includes('/src/') && !maker.includes('node_modules')) found.set(String(made), made);
      return made;
    },
  });
  try {
    for (const name of names) await import(join(SOURCES, name));
    // What is made in functions.
    const { readPage } = await import('../src/article/read-page.js');
    const { objectInScript } = await import('../src/article/rules/script-object.js');
    for (const html of PAGES) readPage({ name: 'page', url: 'https://news.example.com/2026/a.html', contentType: 'text/html', body: Buffer.from(html) });
    objectInScript('', 'slide_data');
  } finally {
    globalThis.RegExp = Plain;
  }
  return [...found.values()];
}

const TEXT = '港口的新泊位今天上午启用，吞吐能力再提高一成，运价不变。'.repeat(20);
/** One that a rule reads in pieces, one that none knows. */
const PAGES = [financePage({ title: '新泊位启用', text: TEXT }), `<title>新泊位启用</title><h1>新泊位启用</h1><p>2026-11-20 09:05</p><div><p>${TEXT}</p><p>${TEXT}</p></div>`];

/** All patterns that stand in the sources as such, each once. */
function patterns(): RegExp[] {
  const found = new Map<string, RegExp>();
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.set(node.text, new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of names) {
    visit(ts.createSourceFile(file, readFileSync(join(SOURCES, file), 'utf8'), ts.ScriptTarget.Latest));
  }
  return [...found.values()];
}

/** Pieces that a pattern is about: its own characters, one by one and as words, and what its classes stand for. */
function baitsFor({ source }: RegExp): string[] {
  const words = source.match(/[\p{L}\d]+/gu) ?? [];
  const signs = [...new Set(source.replace(/\\[dwsSWDbB]|\\p\{[^}]*\}/g, ''))];
  return [...new Set([' ', '\n', '\u3000', 'a', '1', '字', '<', 'a ', '1 ', '1,', ' \n', '字。', 'a.', 'aA', ...signs, ...words, ...words.map((word) => `${word} `)])];
}

/** Patterns for texts that are short by another rule. */
const BOUNDED: ReadonlyMap<string, string> = new Map([[String.raw`/"[^"]*"|'[^']*'|\[[^\]]*\]|\([^()]*\)/g`, 'a selector has at most 2000 characters']]);

const SHORT = 4_000;
const LONG = 16_000;
/** Below this a time says nothing. */
const LEAST_MILLISECONDS = 30;

/** Milliseconds for all matches in a text of that length, the least of three. */
function timeOf(pattern: RegExp, unit: string, length: number): number {
  const text = `${unit.repeat(Math.ceil(length / unit.length))}\u0000`;
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    text.replace(pattern, '');
    return performance.now() - start;
  });
  return Math.min(...times);
}

const made = await madePatterns();

describe('patterns', () => {
  it.each([...patterns(), ...made].map((pattern) => [pattern.toString(), pattern] as const).filter(([name]) => !BOUNDED.has(name)))('%s takes linear time', (_, pattern) => {
    const slow = baitsFor(pattern).filter((unit) => {
      const time = timeOf(pattern, unit, LONG);
      return time > LEAST_MILLISECONDS && time > 8 * timeOf(pattern, unit, SHORT);
    });
    expect(slow).toEqual([]);
  });

  it('are found also where they are made of pieces', () => {
    expect(made.length).toBeGreaterThan(20);
    expect(made.map(String)).toEqual(expect.arrayContaining([expect.stringContaining('slide_data')]));
  });

  it('are bounded elsewhere only where they still are there', () => {
    expect(patterns().map(String)).toEqual(expect.arrayContaining([...BOUNDED.keys()]));
  });
});
