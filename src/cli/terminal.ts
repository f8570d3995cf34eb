import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { maskSecrets } from '../mask.js';

/** How a line's first words look where colours are wanted. */
export type Tone = 'red' | 'yellow' | 'green';

/** Lines that fit into so many columns. */
export type Frame = (columns: number) => readonly string[];

/** Speaks to the person at standard error: lines that stay, and below them a status that is drawn over. */
export interface Terminal {
  /** False where nothing can be drawn over: pipes, files, `TERM=dumb`. A status is never seen there. */
  readonly isLive: boolean;
  line(text: string, tone?: Tone): void;
  /** Shown below all lines until the next one. */
  status(frame: Frame): void;
  /** Takes the status away while something else writes to the same screen. */
  aside(write: () => Promise<void>): Promise<void>;
  clear(): void;
}

type Screen = Writable & { isTTY?: boolean; columns?: number; rows?: number };

/** To the first column, and nothing from there on. The cursor waits there, so that this also clears what a narrower window wrapped. */
const ERASE = '\r\u001b[J';
/** Around the status, so that a window that has just become narrower cuts it where it would wrap it (DECAWM). */
const [NO_WRAP, WRAP] = ['\u001b[?7l', '\u001b[?7h'];
const upBy = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
const NOTHING: Frame = () => [];

export function createTerminal(stderr: Screen, env: NodeJS.ProcessEnv): Terminal {
  const isLive = stderr.isTTY === true && env.TERM !== 'dumb';
  let frame = NOTHING;
  /** What the screen shows of the status; empty for nothing. */
  let shown = '';
  let isAside = false;
  const drawAfter = (text: string): void => {
    const rows = isLive && !isAside ? frame(stderr.columns ?? 80).slice(0, (stderr.rows ?? 24) - 1) : [];
    const next = rows.length > 0 ? `${NO_WRAP}${rows.join('\n')}${upBy(rows.length - 1)}\r${WRAP}` : '';
    if (text === '' && next === shown) return;
    // One write: nothing of another process comes between, and nothing flickers.
    stderr.write((shown === '' ? '' : ERASE) + text + next);
    shown = next;
  };
  const redraw = (): void => {
    stderr.write(ERASE);
    shown = '';
    drawAfter('');
  };
  return {
    isLive,
    line: (text, tone) => drawAfter(`${paint(printable(text), tone, stderr)}\n`),
    status: (next) => {
      if (frame === NOTHING) stderr.on('resize', redraw);
      frame = next;
      drawAfter('');
    },
    aside: async (write) => {
      if (shown !== '') stderr.write(ERASE);
      shown = '';
      isAside = true;
      await write().finally(() => (isAside = false));
      drawAfter('');
    },
    clear: () => {
      stderr.off('resize', redraw);
      frame = NOTHING;
      drawAfter('');
    },
  };
}

/**
 * The text without secrets, and without characters that move a terminal's cursor or set its colours: it may come from
 * the network.
 */
export const printable = (text: string): string => maskSecrets(text).replace(/[\p{Cc}\p{Cf}]/gu, ' ');

/** Colours what stands before the first colon; Node obeys NO_COLOR, FORCE_COLOR and the kind of the stream. */
function paint(text: string, tone: Tone | undefined, stream: Writable): string {
  const end = text.indexOf(':');
  return tone === undefined || end < 0 ? text : styleText(tone, text.slice(0, end), { stream }) + text.slice(end);
}
