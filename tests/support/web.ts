import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from './certificate.js';

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Milliseconds before the answer. */
  delay?: number;
}

export interface Web {
  /** For the program's environment: sends its requests for any host here. */
  env: { HTTP_PROXY: string; NO_PROXY: string };
  /** Addresses asked for, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** Plays all of the web under its own host names: a proxy on loopback that answers by itself; over TLS too, as the hosts of a certificate. */
export async function startWeb(answer: (url: URL, headers: IncomingHttpHeaders) => Reply | string | undefined, certificate?: Certificate): Promise<Web> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    // No host has a robots.txt, and nobody counts that it was asked for.
    const isRobots = url.pathname === '/robots.txt';
    if (!isRobots) requests.push(url.href);
    const reply = isRobots ? undefined : answer(url, request.headers);
    const { status = 200, headers = {}, body = '', delay = 0 } = typeof reply === 'string' ? { body: reply } : (reply ?? { status: 404 });
    setTimeout(() => response.writeHead(status, headers).end(body), delay);
  });
  server.on('connect', (request, socket: Socket) => {
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    const isSecure = certificate !== undefined && request.url?.endsWith(':443');
    server.emit('connection', isSecure ? new TLSSocket(socket, { isServer: true, key: certificate.key, cert: certificate.cert }).on('error', () => undefined) : socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: { HTTP_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: '' },
    requests,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
