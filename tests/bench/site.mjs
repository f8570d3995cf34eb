// A site on loopback in a process of its own: a feed of any size, and its articles, made from the pages that are named.
// Usage: node site.mjs LATENCY_MS FILE...; prints its port, then a line of JSON for each line on standard input.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Readable, pipeline } from 'node:stream';
import { setTimeout } from 'node:timers';
import { URL } from 'node:url';

const [latency, ...files] = process.argv.slice(2);
const pages = files.map((file) => readFileSync(file, 'latin1'));
const START = Date.parse('2026-11-20T00:00:00Z');
const MEGABYTE = 2 ** 20;
/** When the first page was asked for, and how many have been. */
let seen = { first: undefined, pages: 0 };

/** Every article has an id of its own, as those of the site that the pages come from. */
const pageOf = (id) => Buffer.from((pages[id % pages.length] ?? '').replace(/comos([:-])[a-z0-9]{6,}/g, `comos$1nbench${String(id).padStart(8, '0')}`), 'latin1');

const itemOf = (id, origin) => `<item><title>第${id}号泊位今起启用</title><link>${origin}/doc-inbench${String(id).padStart(8, '0')}.shtml</link><pubDate>${new Date(START + id * 1000).toUTCString()}</pubDate></item>`;

function feedOf({ searchParams }, origin) {
  const [first, articles] = ['first', 'articles'].map((name) => Number(searchParams.get(name)));
  return `<rss version="2.0"><channel><title>x</title>${Array.from({ length: articles }, (_, index) => itemOf(first + index, origin)).join('')}</channel></rss>`;
}

/** A feed that goes on for so many megabytes; nobody keeps it whole here. */
function* endlessFeed(megabytes, origin) {
  yield '<rss version="2.0"><channel><title>x</title>';
  let sent = 0;
  for (let id = 0; sent < megabytes * MEGABYTE; id += 100) {
    const items = Array.from({ length: 100 }, (_, index) => itemOf(id + index, origin)).join('');
    sent += items.length;
    yield items;
  }
  yield '</channel></rss>';
}

const server = createServer((request, response) => {
  const origin = `http://${request.headers.host}`;
  const url = new URL(request.url, origin);
  const id = /^\/doc-inbench(\d+)\.shtml$/.exec(url.pathname)?.[1];
  if (url.pathname === '/endless') pipeline(Readable.from(endlessFeed(Number(url.searchParams.get('megabytes')), origin)), response, () => undefined);
  else if (url.pathname === '/feed') response.end(feedOf(url, origin));
  else if (id === undefined) response.writeHead(404).end();
  else {
    seen = { first: seen.first ?? Date.now(), pages: seen.pages + 1 };
    const send = () => response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(Number(id)));
    if (latency > 0) setTimeout(send, Number(latency));
    else send();
  }
});

server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
createInterface({ input: process.stdin }).on('line', () => {
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  seen = { first: undefined, pages: 0 };
}).on('close', () => process.exit());
