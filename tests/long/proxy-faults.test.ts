import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';

/** Runs `fetch` on a feed behind TLS, through a proxy that does so with each connection. */
async function fetchThrough(proxy: (socket: Socket, request: string) => void): Promise<{ result: CliResult; asked: string[] }> {
  const cwd = emptyFolder();
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('error', () => undefined));
    socket.once('data', (data: Buffer) => {
      asked.push(data.toString().split('\r\n')[0] ?? '');
      proxy(socket, data.toString());
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const env = { HTTPS_PROXY: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, NO_PROXY: '', no_proxy: '' };
    return { result: await runCli(['fetch', 'https://news.example/feed', '--retries', '1', '--timeout', '4', '--delay', '0'], { cwd, env }), asked };
  } finally {
    for (const socket of open) socket.destroy();
    server.close();
    rmSync(cwd, { recursive: true, force: true });
  }
}

const CONNECT = 'CONNECT news.example:443 HTTP/1.1';

describe('a proxy', () => {
  it.each([
    ['refuses the tunnel', (socket: Socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'), 'the proxy refused with HTTP 403', 1],
    ['wants a password', (socket: Socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n'), 'the proxy refused with HTTP 407: it wants a user name and a password', 1],
    ['closes the connection in place of an answer', (socket: Socket) => socket.end(), 'the server closed the connection before its answer was complete', 2],
    ['resets the connection', (socket: Socket) => socket.resetAndDestroy(), 'ECONNRESET', 2],
    ['never answers', () => undefined, 'no complete answer within 4 s', 1],
    ['opens a tunnel that leads to silence', (socket: Socket) => socket.write('HTTP/1.1 200 Connection Established\r\n\r\n'), 'no complete answer within 4 s', 1],
    ['opens a tunnel and closes it', (socket: Socket) => socket.end('HTTP/1.1 200 Connection Established\r\n\r\n'), 'the server closed the connection', 2],
    ['opens a tunnel to something that is no TLS', (socket: Socket) => socket.write('HTTP/1.1 200 Connection Established\r\n\r\n') && socket.once('data', () => socket.write('SSH-2.0-OpenSSH_9.9\r\n')), 'TLS', 1],
    ['is no proxy', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'), 'the answer is not valid HTTP', 1],
  ] as const)('that %s is told in words, with 3, and soon', async (_, proxy, words, times) => {
    const { result, asked } = await fetchThrough(proxy);
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toContain(words);
    expect(asked).toEqual(Array(times).fill(CONNECT));
  });
});
