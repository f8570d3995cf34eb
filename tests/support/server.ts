import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  origin: string;
  /** Paths asked for, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** A real HTTP server on loopback. */
export async function startServer(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<TestServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

/** Answers from a table of paths (query included, or without it); anything else is 404. */
export function serveTable(table: Readonly<Record<string, string | Buffer | { status?: number; headers?: Record<string, string>; body?: string | Buffer }>>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '';
    const found = table[url] ?? table[url.replace(/\?.*/, '')];
    if (found === undefined) {
      response.writeHead(404).end('not here');
      return;
    }
    const { status = 200, headers = {}, body = '' } = typeof found === 'string' || Buffer.isBuffer(found) ? { body: found } : found;
    response.writeHead(status, headers).end(body);
  };
}
