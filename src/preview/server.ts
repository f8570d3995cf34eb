import type { IncomingMessage, ServerResponse } from 'node:http';
import { NewsScrapeError, systemDetail } from '../errors.js';
import { listenOnLoopback, type LoopbackServer } from '../loopback.js';
import { answer } from './answer.js';
import type { PreviewSite } from './site.js';

export interface PreviewServer extends LoopbackServer {
  /** Where a browser finds it. */
  url: string;
}

/**
 * Serves the pages of a site on the loopback address alone.
 * @param port 0 for a free one
 * @throws NewsScrapeError `port_unusable`
 */
export async function startPreview(site: PreviewSite, port: number): Promise<PreviewServer> {
  try {
    const server = await listenOnLoopback((request, response) => void respond(request, response, site), port);
    return { ...server, url: `http://127.0.0.1:${server.port}/` };
  } catch (error) {
    throw new NewsScrapeError('port_unusable', { port, detail: systemDetail(error) }, { cause: error });
  }
}

async function respond({ method = '', url = '/', headers: { host = '' } }: IncomingMessage, response: ServerResponse, site: PreviewSite): Promise<void> {
  const { status, headers, body } = await answer({ method, url, host }, site);
  response.writeHead(status, headers).end(method === 'HEAD' ? undefined : body);
}
