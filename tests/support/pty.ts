import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import xterm from '@xterm/headless';
import { CLI } from './cli.js';

/** Runs a command in a pseudo terminal: size and command as arguments, `cols rows` lines on standard input to resize it. */
const HELPER = `
import fcntl, os, pty, select, struct, sys, termios
def resize(fd, cols, rows):
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', int(rows), int(cols), 0, 0))
pid, master = pty.fork()
if pid == 0:
    resize(0, sys.argv[1], sys.argv[2])
    os.execvp(sys.argv[3], sys.argv[3:])
sources = [master, 0]
while True:
    ready, _, _ = select.select(sources, [], [])
    if 0 in ready:
        line = os.read(0, 100).split()
        if len(line) < 2: sources.remove(0)
        else: resize(master, line[0], line[1])
    if master in ready:
        try: data = os.read(master, 65536)
        except OSError: break
        if not data: break
        os.write(1, data)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

export const hasPty = spawnSync('python3', ['-c', 'import pty']).status === 0;
export const NO_PTY = 'python3 with its pty module is not here';

export interface Screen {
  /** All that the program wrote, control sequences included. */
  raw: string;
  /** The lines that a person sees in the end, scrolled ones included, without the empty ones at the end. */
  lines: string[];
  code: number | null;
}

export interface PtyOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  cols?: number;
  rows?: number;
  /** Called with what is on the screen whenever it changed; gives the width that the window shall get. */
  onScreen?: (lines: string[]) => number | undefined;
}

/** Runs the built program on a terminal, and plays a real terminal (xterm.js) with all that it writes there. */
export async function runOnTerminal(args: readonly string[], { cwd, env = {}, cols = 80, rows = 24, onScreen }: PtyOptions): Promise<Screen> {
  return runCommandOnTerminal([process.execPath, CLI, ...args], { cwd, env, cols, rows, ...(onScreen && { onScreen }) });
}

export async function runCommandOnTerminal(command: readonly string[], { cwd, env = {}, cols = 80, rows = 24, onScreen }: PtyOptions): Promise<Screen> {
  const terminal = new xterm.Terminal({ cols, rows, scrollback: 5000, allowProposedApi: true });
  const child = spawn('python3', ['-c', HELPER, String(cols), String(rows), ...command], {
    cwd,
    // On a build server Node takes every terminal for one without colours.
    env: { ...process.env, CI: undefined, NO_PROXY: '127.0.0.1', TERM: 'xterm-256color', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  let raw = '';
  for await (const chunk of child.stdout) {
    const bytes = chunk as Buffer;
    raw += bytes.toString('latin1');
    await new Promise<void>((resolve) => terminal.write(bytes, resolve));
    // A terminal keeps only the cut rows of a line that it is in the midst of writing; that is no fault of the program.
    if (terminal.buffer.active.cursorX > 0) continue;
    const width = onScreen?.(linesOf(terminal));
    if (width === undefined) continue;
    terminal.resize(width, rows);
    child.stdin.write(`${width} ${rows}\n`);
  }
  const [code] = (await closed) as [number | null];
  return { raw: Buffer.from(raw, 'latin1').toString('utf8'), lines: linesOf(terminal), code };
}

function linesOf(terminal: xterm.Terminal): string[] {
  const { active } = terminal.buffer;
  const lines: string[] = [];
  for (let index = 0; index < active.length; index += 1) {
    const line = active.getLine(index);
    const text = line?.translateToString(true) ?? '';
    if (line?.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`);
    else lines.push(text);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
