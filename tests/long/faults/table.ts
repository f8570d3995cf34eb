import { spawn } from 'node:child_process';
import events from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { financePage } from '../../support/pages.js';

type Answer = (response: ServerResponse, request: IncomingMessage, count: number) => unknown;

/** Something that goes wrong with one page, or with one of two feeds. */
export interface Fault {
  name: string;
  /** What the server does when it is asked, for the `count`th time from 1. */
  answer?: Answer;
  /** Where the page or feed is, if not on the server of the rest; `close` ends what it started. */
  elsewhere?: () => Promise<{ url: string; close?: () => void }>;
  /** Reason of the article's outcome, or words of the message for a feed. */
  page?: string;
  feed?: string;
  /** How often it is asked for when one retry is allowed; default 1. */
  requests?: number;
  /** Without --allow-private, on the server of the rest. */
  guarded?: true;
  /** Seconds for the whole of it; default 30, which is not to be reached. */
  timeout?: number;
}

const MIB = 1024 * 1024;
const raw = (text: string): Answer => (response) => response.socket?.end(text);
const status = (code: number, headers: Record<string, string> = {}): Answer => (response) => response.writeHead(code, headers).end();
const redirect = (location: string): Answer => status(302, { location });
/** The answer the first time, then what the others get. */
const once = (answer: Answer): Answer => (response, request, count) => (count === 1 ? answer(response, request, count) : fine(response, request, count));
const fine: Answer = (response) => response.end(financePage({ title: '故障之后' }));
const gzipped = gzipSync(financePage({ title: '压缩', text: '正文。'.repeat(3000) }));
const withGzip = (bytes: Buffer): Answer => (response) => response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bytes.length }).end(bytes);
const endless: Answer = (response) => {
  const chunk = Buffer.alloc(MIB, 'x');
  let left = 100;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return;
    }
    if (left === 0) response.end();
  };
  response.on('drain', more);
  more();
};
const trickle: Answer = (response) => {
  const timer = setInterval(() => response.write('x'), 1000);
  response.on('close', () => clearInterval(timer));
};

export function feedText(...links: string[]): string {
  return `<rss version="2.0"><channel><title>x</title>${links.map((link) => `<item><title>${link}</title><link>${link}</link></item>`).join('')}</channel></rss>`;
}

async function listening(server: Server | ReturnType<typeof createServer>, scheme: string): Promise<{ url: string; close: () => void }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/x`, close: () => server.close() };
}
const closedPort = async (): Promise<{ url: string }> => {
  const { url, close } = await listening(createServer(), 'http');
  close();
  return { url };
};
const tls = (name: string): Buffer => readFileSync(new URL(`../../support/tls/${name}`, import.meta.url));
const selfSigned = (): Promise<{ url: string; close: () => void }> =>
  listening(createTlsServer({ key: tls('key.pem'), cert: tls('cert.pem') }, (_request, response) => response.end(financePage({ title: '不可信' }))), 'https');
const silent = (): Promise<{ url: string; close: () => void }> => listening(createServer((socket) => void socket.on('error', () => undefined).setTimeout(20_000, () => socket.destroy())), 'https');
/** A port at which connections queue up, until there is no room for another one: its process has been stopped. */
async function unanswered(): Promise<{ url: string; close: () => void }> {
  const child = spawn(process.execPath, ['-e', "const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port))"]);
  const [line] = (await events.once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGSTOP');
  const port = Number(line.toString());
  const queued = Array.from({ length: 4 }, () => connect({ port, host: '127.0.0.1' }).on('error', () => undefined));
  await events.once(queued[0] ?? child, 'connect');
  return {
    url: `http://127.0.0.1:${port}/x`,
    close: () => {
      for (const socket of queued) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}
const at = (url: string) => () => Promise.resolve({ url });

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, index) => `<!ENTITY ${String.fromCharCode(98 + index)} "${`&${String.fromCharCode(97 + index)};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&u;</title><item><title>&u;</title><link>http://127.0.0.1:1/x</link></item></channel></rss>`;

/** Faults of the way between, which may befall a page and a feed. */
export const FAULTS: readonly Fault[] = [
  { name: 'refused', elsewhere: closedPort, page: 'network', feed: 'ECONNREFUSED', requests: 0 },
  { name: 'a name that does not resolve', elsewhere: at('http://no-such-host.invalid/x'), page: 'network', feed: 'no-such-host.invalid: the ', requests: 0 },
  { name: 'a name that does not resolve, where private addresses are refused', elsewhere: at('http://nothing.invalid/x'), page: 'network', feed: 'nothing.invalid: the ', requests: 0, guarded: true },
  { name: 'reset before the headers', answer: (response) => response.socket?.resetAndDestroy(), page: 'network', feed: 'ECONNRESET', requests: 2 },
  { name: 'closed before the headers', answer: raw(''), page: 'network', feed: 'the server closed the connection', requests: 2 },
  { name: 'closed inside the headers', answer: raw('HTTP/1.1 200 OK\r\nContent-Le'), page: 'network', feed: 'the server closed the connection', requests: 2 },
  { name: 'reset inside the headers', answer: (response) => response.socket?.write('HTTP/1.1 200 OK\r\nContent-Le', () => response.socket?.resetAndDestroy()), page: 'network', feed: 'the server closed the connection', requests: 2 },
  { name: 'reset inside the body', answer: (response) => void response.writeHead(200, { 'content-length': '9999' }).write('<html>', () => response.socket?.resetAndDestroy()), page: 'network', feed: 'the server closed the connection', requests: 2 },
  { name: 'a body shorter than announced', answer: raw('HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<html>'), page: 'network', feed: 'the server closed the connection', requests: 2 },
  { name: 'a body without its last chunk', answer: raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n'), page: 'network', feed: 'the server closed the connection', requests: 2 },
  { name: 'no HTTP at all', answer: raw('SSH-2.0-OpenSSH_9.9\r\n'), page: 'network', feed: 'the answer is not valid HTTP' },
  { name: 'two lengths', answer: raw('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'), page: 'network', feed: 'shorter or longer than announced', requests: 2 },
  { name: 'headers without end', answer: raw(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`), page: 'network', feed: 'the headers of the answer are too large' },
  { name: 'truncated gzip', answer: withGzip(gzipped.subarray(0, -30)), page: 'network', feed: 'the compressed answer is cut off', requests: 2 },
  { name: 'damaged gzip', answer: withGzip(Buffer.concat([gzipped.subarray(0, 20), Buffer.alloc(50, 7), gzipped.subarray(70)])), page: 'network', feed: 'the compressed answer is damaged' },
  { name: 'an unknown content encoding', answer: status(200, { 'content-encoding': 'rot13' }), page: 'network', feed: 'the content encoding rot13 is not supported' },
  { name: 'a gzip bomb', answer: withGzip(gzipSync(Buffer.alloc(100 * MIB))), page: 'too_large', feed: 'larger than 32 MiB' },
  { name: '100 MB', answer: endless, page: 'too_large', feed: 'larger than 32 MiB' },
  { name: 'silence while connecting', elsewhere: unanswered, page: 'timeout', feed: 'no complete answer within 3 s', timeout: 3, requests: 0 },
  { name: 'silence in the TLS handshake', elsewhere: silent, page: 'timeout', feed: 'no complete answer within 3 s', timeout: 3, requests: 0 },
  { name: 'silence before the headers', answer: () => undefined, page: 'timeout', feed: 'no complete answer within 3 s', timeout: 3 },
  { name: 'silence inside the headers', answer: (response) => response.socket?.write('HTTP/1.1 200 OK\r\nContent-Le'), page: 'timeout', feed: 'no complete answer within 3 s', timeout: 3 },
  { name: 'silence inside the body', answer: (response) => response.write('<html>'), page: 'timeout', feed: 'no complete answer within 3 s', timeout: 3 },
  { name: 'one byte a second', answer: trickle, page: 'timeout', feed: 'no complete answer within 3 s', timeout: 3 },
  { name: 'HTTP 500, then all is well', answer: once(status(500)), page: 'new', requests: 2 },
  { name: 'HTTP 500 for ever', answer: status(500), page: 'http_status', feed: 'HTTP 500', requests: 2 },
  { name: 'HTTP 429 with Retry-After, then all is well', answer: once(status(429, { 'retry-after': '1' })), page: 'new', requests: 2 },
  { name: 'HTTP 429 with a long Retry-After', answer: status(429, { 'retry-after': '7200' }), page: 'http_status', feed: 'It asks to be left alone until' },
  { name: 'HTTP 404', answer: status(404), page: 'not_found', feed: 'HTTP 404' },
  { name: '304 without a validator', answer: status(304), page: 'http_status', feed: 'HTTP 304' },
  { name: 'a redirect loop', answer: (response, request) => response.writeHead(302, { location: request.url }).end(), page: 'network', feed: 'more than 10 redirects', requests: 11 },
  { name: 'a redirect to another scheme', answer: redirect('file:///etc/passwd'), page: 'url_unsupported', feed: 'only http and https' },
  { name: 'a redirect to 127.0.0.1', answer: redirect('http://127.0.0.1:1/'), page: 'private_address', feed: 'leads to 127.0.0.1', guarded: true },
  { name: 'a redirect to 169.254.169.254', answer: redirect('http://169.254.169.254/latest/'), page: 'private_address', feed: 'leads to 169.254.169.254', guarded: true },
  { name: 'a redirect to a name of 127.0.0.1', answer: redirect('http://inside.example/'), page: 'private_address', feed: 'leads to 127.0.0.1', guarded: true },
  { name: 'a redirect to a name of 169.254.169.254', answer: redirect('http://metadata.example/latest/'), page: 'private_address', feed: 'leads to 169.254.169.254', guarded: true },
  { name: 'a certificate that nobody vouches for', elsewhere: selfSigned, page: 'network', feed: 'the TLS certificate is self-signed', requests: 0 },
  // Faults of what a feed says.
  { name: 'HTML for JSON', answer: (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(financePage({ title: '登录' })), feed: 'a web page, not a feed' },
  { name: 'truncated JSON', answer: (response) => response.end('{"result":{"status":{"code":0},"data":[{"title":"x"'), feed: 'JSON ends early' },
  { name: 'invalid XML', answer: (response) => response.end('<rss version="2.0"><channel><item><title>x</item></wrong>'), feed: 'the feed is damaged' },
  { name: 'billion laughs', answer: (response) => response.end(LAUGHS), feed: 'the feed is damaged' },
];
