import { BlockList, isIP, isIPv6 } from 'node:net';

/** True for an address that is reached past any proxy. */
type Exception = (url: URL) => boolean;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * Reads NO_PROXY as curl does, and more: entries with commas or blanks between them, each a name with all names below it
 * (`example.org`, `.example.org`, `*.example.org`), an IP address with or without brackets, a network (`10.0.0.0/8`,
 * `fd00::/8`), or `*` for everything; a name or address may have a port.
 */
export function exceptionsOf(noProxy: string): Exception {
  const exceptions = noProxy.split(/[,\s]+/).filter(Boolean).map(readEntry);
  return (url) => exceptions.some((isException) => isException(url));
}

function readEntry(entry: string): Exception {
  if (entry === '*') return () => true;
  const [, network, prefix] = /^([^/]+)\/(\d{1,3})$/.exec(entry) ?? [];
  if (network !== undefined) return inNetwork(bare(network), Number(prefix));
  const [, host = entry, port] = /^(\[[^\]]*\]|[^:]*):(\d{1,5})$/.exec(entry) ?? [];
  const name = normal(host.replace(/^\*?\./, ''));
  return (url) => isBelow(bare(url.hostname), name) && (port === undefined || Number(port) === Number(url.port || DEFAULT_PORTS[url.protocol]));
}

function inNetwork(network: string, prefix: number): Exception {
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  if (isIP(network) === 0 || prefix > (family === 'ipv6' ? 128 : 32)) return () => false;
  const block = new BlockList();
  block.addSubnet(network, prefix, family);
  return ({ hostname }) => {
    const host = bare(hostname);
    return isIP(host) === isIP(network) && block.check(host, family);
  };
}

const isBelow = (host: string, name: string): boolean => host === name || (isIP(name) === 0 && host.endsWith(`.${name}`));

/** A host without the brackets of IPv6 and the dot of the root. */
const bare = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** A host as addresses have it: small letters, Punycode, the shortest form of an IP address. */
function normal(host: string): string {
  const address = `http://${isIPv6(host) ? `[${host}]` : host}`;
  return bare(URL.canParse(address) ? new URL(address).hostname : host);
}
