import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from './cli.js';

export interface Certificate {
  key: Buffer;
  cert: Buffer;
  /** The certificate, which is its own authority: for `NODE_EXTRA_CA_CERTS`. */
  file: string;
}

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A certificate of these hosts that is valid for a day, made by openssl. */
export function certificateOf(...hosts: string[]): Certificate {
  const folder = emptyFolder();
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`;
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', '-subj', '/CN=news-scrape test', '-addext', names, '-keyout', key, '-out', file], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(file), file };
}
