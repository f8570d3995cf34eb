import { pipeline } from 'node:stream/promises';
import { Writable, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { NewsScrapeError } from '../errors.js';
import { en } from '../messages/en.js';
import { LIMITS } from './limits.js';

const DECODERS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/**
 * Reads a response body to its end, undoing its content encodings (RFC 9110, 8.4).
 * @throws NewsScrapeError `too_large` once more than `maxBytes` decoded bytes came; `network` for an unknown encoding
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  { url, maxBytes }: { url: string; maxBytes: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collector = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      chunks.push(chunk);
      done(size > maxBytes ? new NewsScrapeError('too_large', { url, limit: maxBytes }) : null);
    },
  });
  await pipeline([body, ...decoders(contentEncoding, url), collector]);
  return Buffer.concat(chunks, size);
}

function decoders(contentEncoding: string, url: string): Transform[] {
  const encodings = contentEncoding.toLowerCase().split(',').map((name) => name.trim()).filter((name) => name && name !== 'identity');
  if (encodings.length > LIMITS.encodings) {
    throw new NewsScrapeError('network', { url, cause: en.exchange.stackedEncodings(encodings.length) });
  }
  return encodings.reverse().map((name) => {
    const create = DECODERS.get(name);
    if (!create) throw new NewsScrapeError('network', { url, cause: en.exchange.unknownEncoding(name) });
    return create();
  });
}
