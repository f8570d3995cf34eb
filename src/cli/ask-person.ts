import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { stopIfInterrupted } from '../interrupt.js';

/**
 * What a person at the terminal answers; empty at the end of input.
 * @throws NewsScrapeError `interrupted`
 */
export async function askPerson(question: string, signal: AbortSignal): Promise<string> {
  // The terminal itself lets people edit their line.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const ended = once(lines, 'close', { signal }).then(() => '', () => '');
  try {
    return await Promise.race([lines.question(question, { signal }), ended]);
  } catch (error) {
    stopIfInterrupted(signal);
    throw error;
  } finally {
    lines.close();
  }
}
