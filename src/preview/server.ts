import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NewsScrapeError, systemDetail } from '../errors.js';
import { answer } from './answer.js';
import type { PreviewSite } from './site.js';

export interface PreviewServer {
  /** Where a browser finds it. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the pages of a site on the loopback address alone.
 * @param port 0 for a free one
 * @throws NewsScrapeError `port_unusable`
 */
export async function startPreview(site: PreviewSite, port: number): Promise<PreviewServer> {
  const server = createServer((request, response) => void respond(request, response, site));
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    throw new NewsScrapeError('port_unusable', { port, detail: systemDetail(error) }, { cause: error });
  }
  const address = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${address.port}/`, close };
}

async function respond({ method = '', url = '/', headers: { host = '' } }: IncomingMessage, response: ServerResponse, site: PreviewSite): Promise<void> {
  const { status, headers, body } = await answer({ method, url, host }, site);
  response.writeHead(status, headers).end(method === 'HEAD' ? undefined : body);
}
