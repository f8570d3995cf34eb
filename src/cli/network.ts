import { systemDetail } from '../errors.js';
import { createClient } from '../http/client.js';
import { parseCookieFile, type Cookie } from '../http/cookies.js';
import type { Hosts } from '../http/hosts.js';
import { namedOrigins, type Named } from '../http/identity.js';
import type { HttpClient, RequestLog } from '../http/types.js';
import { messages } from '../messages/messages.js';
import type { Io } from './io.js';
import { invalid } from './options/invalid.js';
import type { MannersOptions, NetworkOptions } from './options/network.js';

export interface NetworkSettings {
  options: NetworkOptions & Partial<MannersOptions>;
  named: readonly Named[];
  log?: ((entry: RequestLog) => void) | undefined;
  /** The turns at hosts, where several networks share them. */
  hosts?: Hosts | undefined;
  /** Port of the site that this process plays for the demo. */
  demoPort?: number | undefined;
}

/**
 * The network as the options of a command want it.
 * @throws NewsScrapeError `option_invalid` for a cookie file that cannot be used
 */
export async function openNetwork({ options, named, log, hosts, demoPort }: NetworkSettings, io: Io): Promise<HttpClient> {
  const { timeout, retries, userAgent, header, cookieFile, proxy, allowPrivate, concurrency, delay, ignoreRobots } = options;
  const isDemo = demoPort !== undefined;
  return createClient({
    timeout: timeout * 1000,
    retries,
    userAgent,
    headers: header,
    cookies: cookieFile === undefined ? [] : await readCookies(cookieFile, io),
    named: namedOrigins(named),
    proxy,
    allowPrivate,
    hosts,
    concurrency,
    delay: isDemo ? 0 : delay,
    ignoreRobots: isDemo || ignoreRobots,
    loopbackPort: demoPort,
    log,
  });
}

async function readCookies(file: string, io: Io): Promise<Cookie[]> {
  const text = await io.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    (error: unknown) => {
      throw invalid('--cookie-file', file, messages.cli.expectedCookieFile(systemDetail(error)));
    },
  );
  const cookies = parseCookieFile(text);
  if (typeof cookies === 'number') throw invalid('--cookie-file', file, messages.cli.expectedCookieLine(cookies));
  return cookies;
}
