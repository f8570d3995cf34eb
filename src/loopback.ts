import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** A server that this machine alone can reach, while it runs. */
export interface LoopbackServer {
  /** TCP port on 127.0.0.1. */
  port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Listens on the loopback address.
 * @param port 0 for a free one
 * @throws the system's error for a port that cannot be had
 */
export async function listenOnLoopback(respond: RequestListener, port = 0): Promise<LoopbackServer> {
  const server = createServer(respond);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { port: address.port, close };
}
