import type { IBufferCell } from '@xterm/headless';
import xterm from '@xterm/headless';

/** The sixteen colours of a terminal with a dark background. */
const PALETTE = ['#3b4252', '#ff7b72', '#7ee787', '#e3b341', '#79c0ff', '#d2a8ff', '#76e3ea', '#d0d7de', '#8b949e', '#ffa198', '#aff5b4', '#f2cc60', '#a5d6ff', '#e2c5ff', '#b3f0ff', '#ffffff'];

const STYLE = `
  body { margin: 0; background: #0d1117; }
  main { display: inline-block; padding: 14px 18px; color: #e6edf3; font: 15px/1.45 'Noto Sans Mono CJK SC', monospace; white-space: pre; }
  b { font-weight: 700; } i { display: inline-block; width: 2ch; font-style: normal; }`;

/** A page that looks like a terminal after a program has written all of `raw`, control sequences included. */
export async function terminalPage(raw: string, cols: number): Promise<string> {
  const terminal = new xterm.Terminal({ cols, rows: 60, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(raw, resolve));
  const { active } = terminal.buffer;
  const lines: string[] = [];
  for (let row = 0; row < active.length; row += 1) {
    const line = active.getLine(row);
    const cells = Array.from({ length: cols }, (_, column) => line?.getCell(column)).filter((cell) => cell !== undefined);
    lines.push(cells.map(cellHtml).join('').trimEnd());
  }
  return `<!DOCTYPE html><meta charset="utf-8"><style>${STYLE}</style><main>${lines.join('\n').trimEnd()}</main>`;
}

function cellHtml(cell: IBufferCell): string {
  const text = cell.getChars().replace(/[&<]/g, (mark) => `&#${mark.charCodeAt(0)};`) || (cell.getWidth() === 0 ? '' : ' ');
  const sized = cell.getWidth() === 2 ? `<i>${text}</i>` : text;
  const colour = cell.isDim() ? '#8b949e' : cell.isFgPalette() ? PALETTE[cell.getFgColor()] : undefined;
  const coloured = colour === undefined ? sized : `<span style="color:${colour}">${sized}</span>`;
  return cell.isBold() ? `<b>${coloured}</b>` : coloured;
}
