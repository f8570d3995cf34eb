import { NewsScrapeError } from '../errors.js';
import { maskSecrets } from '../mask.js';
import { messages } from '../messages/messages.js';
import { parseHttpUrl } from '../url.js';

/** Proxies for both schemes, empty for none, and the hosts that are reached past them, as NO_PROXY has them. */
export interface Proxies {
  httpProxy: string;
  httpsProxy: string;
  noProxy: string;
}

/**
 * The proxies that the environment names. A variable in small letters comes first, as with curl, but not if it is empty.
 * @param proxy in place of those of the environment; its exceptions stay
 * @throws NewsScrapeError `option_invalid` for what is no address of a proxy
 */
export function chooseProxies(env: NodeJS.ProcessEnv, proxy?: string): Proxies {
  const read = (name: string): string => [env[name.toLowerCase()], env[name]].find(Boolean) ?? '';
  const noProxy = read('NO_PROXY');
  if (proxy !== undefined) return { httpProxy: proxy, httpsProxy: proxy, noProxy };
  const [httpProxy, httpsProxy] = ['HTTP_PROXY', 'HTTPS_PROXY'].map((name) => read(name) && parseProxy(name, read(name)));
  return { httpProxy: httpProxy ?? '', httpsProxy: httpsProxy ?? '', noProxy };
}

/**
 * The address of a proxy; as with curl, `host:port` alone means plain HTTP.
 * @throws NewsScrapeError `option_invalid`
 */
export function parseProxy(option: string, value: string): string {
  const address = /^[a-z\d+.-]+:\/\//i.test(value) ? value : `http://${value}`;
  const url = parseHttpUrl(address);
  if (!url) throw new NewsScrapeError('option_invalid', { option, value: maskSecrets(address), expected: messages.cli.expectedProxy });
  return url.href;
}
