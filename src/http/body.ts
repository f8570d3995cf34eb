import { pipeline } from 'node:stream/promises';
import { Writable, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { LIMITS } from './limits.js';

const DECODERS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** Bytes of a body so far: as they came over the wire, and after its content encodings were undone. */
export interface Size {
  wireBytes: number;
  bytes: number;
}

/**
 * Reads a response body to its end, undoing its content encodings (RFC 9110, 8.4).
 * @param mayBeCut a body beyond `maxBytes` ends there, and is no failure
 * @param size counts along, so that it is known of a body that fails too
 * @throws NewsScrapeError `too_large` once more than `maxBytes` decoded bytes came; `network` for an unknown encoding
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  { url, maxBytes, mayBeCut, size }: { url: string; maxBytes: number; mayBeCut: boolean; size: Size },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const collector = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size.bytes += chunk.length;
      chunks.push(chunk);
      done(size.bytes > maxBytes ? new NewsScrapeError('too_large', { url, limit: maxBytes }) : null);
    },
  });
  const stages = decoders(contentEncoding, url);
  body.on('data', (chunk: Buffer) => (size.wireBytes += chunk.length));
  try {
    await pipeline([body, ...stages, collector]);
  } catch (error) {
    if (!mayBeCut || !isNewsScrapeError(error, 'too_large')) throw error;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

function decoders(contentEncoding: string, url: string): Transform[] {
  const encodings = contentEncoding.toLowerCase().split(',').map((name) => name.trim()).filter((name) => name && name !== 'identity');
  if (encodings.length > LIMITS.encodings) {
    throw new NewsScrapeError('network', { url, cause: messages.exchange.stackedEncodings(encodings.length) });
  }
  return encodings.reverse().map((name) => {
    const create = DECODERS.get(name);
    if (!create) throw new NewsScrapeError('network', { url, cause: messages.exchange.unknownEncoding(name) });
    return create();
  });
}
