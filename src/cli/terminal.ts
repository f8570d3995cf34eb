import type { Io } from './io.js';

/** Speaks to the person at the terminal: lines that stay, and one status line that is drawn over. */
export interface Terminal {
  line(text: string): void;
  /** Shown on a terminal only, until the next line or status. */
  status(text: string): void;
  clear(): void;
}

const ERASE_LINE = '\r\u001b[2K';

export function createTerminal(stderr: Io['stderr'], { quiet }: { quiet: boolean }): Terminal {
  const isLive = !quiet && stderr.isTTY === true && process.env.TERM !== 'dumb';
  let isDrawn = false;
  const clear = (): void => {
    if (isDrawn) stderr.write(ERASE_LINE);
    isDrawn = false;
  };
  return {
    clear,
    line: (text) => {
      clear();
      stderr.write(`${visible(text)}\n`);
    },
    status: (text) => {
      if (!isLive) return;
      stderr.write(ERASE_LINE + cutToWidth(visible(text), (stderr.columns ?? 80) - 1));
      isDrawn = true;
    },
  };
}

/** The text without characters that move a terminal's cursor or set its colours: it may come from the network. */
export const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');

/** Columns that a text takes in a terminal: East Asian characters and pictographs take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(character) ? 2 : 1;
  return width;
}

function cutToWidth(text: string, width: number): string {
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > width) break;
    kept += character;
  }
  return kept;
}
