// Loaded into a child process before the program: a name server for the names in TEST_NAMES ("host=address,...").
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIPv6 } from 'node:net';
import process from 'node:process';

const names = new Map((process.env.TEST_NAMES ?? '').split(',').map((entry) => entry.split('=')));
const system = dns.lookup;
dns.lookup = (hostname, options, callback) => {
  const address = names.get(hostname);
  if (address === undefined) return system(hostname, options, callback);
  const family = isIPv6(address) ? 6 : 4;
  return process.nextTick(() => (options.all ? callback(null, [{ address, family }]) : callback(null, address, family)));
};
syncBuiltinESMExports();
