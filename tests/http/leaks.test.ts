import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/http/client.js';
import { startServer, type TestServer } from '../support/server.js';

const big = Buffer.alloc(17 * 1024 * 1024, 'x');
const answers: Record<string, (response: ServerResponse) => unknown> = {
  fine: (response) => response.end('fine'),
  'a redirect with a body': (response) => response.writeHead(302, { location: '/fine' }).end('x'.repeat(300_000)),
  'an error with a body': (response) => response.writeHead(404).end('x'.repeat(300_000)),
  'an error whose body never ends': (response) => response.writeHead(500).write('x'),
  'a body that is too large': (response) => response.end(big),
  'a body that unpacks to too much': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(big)),
  'an unknown encoding': (response) => response.writeHead(200, { 'content-encoding': 'x' }).end('x'.repeat(300_000)),
  'a cut gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(9000)).subarray(0, 20)),
  'a 304': (response) => response.writeHead(304).end(),
  silence: () => undefined,
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer((request, response) => answers[decodeURIComponent(request.url ?? '').slice(1)]?.(response));
});
afterAll(() => server.close());

const sockets = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
/** Both ends of a connection are in this process, and the server's may outlive the client's for a moment. */
async function settled(count: number): Promise<number> {
  for (let wait = 0; wait < 50 && sockets() > count; wait += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  return sockets();
}

describe('a client leaves no connection behind', () => {
  it.each(Object.keys(answers))('after %s', async (name) => {
    const before = sockets();
    const client = createClient({ allowPrivate: true, ignoreRobots: true, retries: 0, timeout: 300 });
    const ask = (): Promise<unknown> => client.get(`${server.origin}/${encodeURIComponent(name)}`, { kind: 'page' }).catch(() => undefined);
    for (let round = 0; round < 3; round += 1) await Promise.all(Array.from({ length: 4 }, ask));
    expect(await settled(before + 8)).toBeLessThanOrEqual(before + 8);
    await client.close();
    expect(await settled(before)).toBe(before);
  });

  it('after a run that is stopped in the middle of a handshake', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined).resume());
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const before = sockets();
    const client = createClient({ allowPrivate: true, ignoreRobots: true });
    const run = new AbortController();
    const asked = client.get(`https://127.0.0.1:${(silent.address() as AddressInfo).port}/`, { kind: 'page', signal: run.signal }).catch(() => 'stopped');
    await once(silent, 'connection');
    const start = performance.now();
    run.abort('SIGINT');
    expect(await asked).toBe('stopped');
    await client.close();
    expect(performance.now() - start).toBeLessThan(5000);
    expect(await settled(before)).toBe(before);
    silent.close();
  });
});
