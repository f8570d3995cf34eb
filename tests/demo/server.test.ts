import { existsSync, readFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '../../src/demo/server.js';
import type { LoopbackServer } from '../../src/loopback.js';
import { readLabels, readPage } from '../support/labels.js';

const DESKTOP = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';
const ARTICLE = '/china/2026-11-20/doc-inzdemoa1120001.shtml';

let site: LoopbackServer;
beforeAll(async () => (site = await startDemoSite()));
afterAll(() => site.close());

interface Received {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends `path` as it stands: fetch() would tidy it up. */
function ask(host: string, path: string, agent = DESKTOP): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = get({ port: site.port, path, headers: { host, 'user-agent': agent } }, (response) => {
      buffer(response).then((body) => resolve({ status: response.statusCode, headers: response.headers, body }), reject);
    });
    request.on('error', reject);
  });
}

async function askRoll(query: string): Promise<{ total: number; titles: string[] }> {
  const { body } = await ask('feed.mix.sina.com.cn', `/api/roll/get?pageid=155&lid=1686&k=&${query}`);
  const text = body.toString('utf8');
  return { total: Number(/"total":(\d+)/.exec(text)?.[1]), titles: [...text.matchAll(/"title":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '') };
}

describe('the demo site', () => {
  it('serves each article under its own host, byte for byte', async () => {
    for (const label of readLabels().filter(({ file }) => file.startsWith('demo/'))) {
      const { host, pathname } = new URL(label.url);
      const { status, headers, body } = await ask(host, pathname);
      expect([label.url, status, headers['content-type']]).toEqual([label.url, 200, 'text/html']);
      expect(body.equals(readPage(label))).toBe(true);
    }
  });

  it('knows a path under its own host only, and takes a host with a port and a path with a query', async () => {
    expect((await ask('news.sina.com.cn', ARTICLE)).status).toBe(404);
    expect((await ask(`finance.sina.com.cn:${String(site.port)}`, `${ARTICLE}?cre=tianyi&tr=12`)).status).toBe(200);
  });

  it('leaves the page of 2010 in GBK and names no charset for it', async () => {
    const { headers, body } = await ask('news.sina.com.cn', '/c/2010-05-25/103020341234.shtml');
    expect(headers['content-type']).toBe('text/html');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow();
    expect(new TextDecoder('gbk', { fatal: true }).decode(body)).toContain('青石晚报5月25日讯(记者马喆)');
  });

  it('serves every picture of its articles as a PNG of less than 6 KB', async () => {
    const pictures = readLabels().filter(({ file }) => file.startsWith('demo/')).flatMap(({ images }) => images);
    expect(pictures.length).toBeGreaterThan(12);
    for (const { src } of pictures) {
      const { host, pathname } = new URL(src, 'http://base');
      const { headers, body } = await ask(host, pathname);
      expect([src, headers['content-type']]).toEqual([src, 'image/png']);
      expect(body.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect(body.length).toBeLessThan(6000);
    }
  });

  it('serves its RSS file', async () => {
    const { headers, body } = await ask('rss.sina.com.cn', '/demo.xml');
    expect(headers['content-type']).toBe('text/xml');
    expect(body.toString('utf8').match(/<item>/g)).toHaveLength(6);
  });

  it('sends the browser of a phone to a gateway page that it can read', async () => {
    const { status, headers } = await ask('finance.sina.com.cn', ARTICLE, PHONE);
    expect([status, headers.location]).toEqual([302, 'https://sina.cn/gateway.html']);
    expect((await ask('sina.cn', '/gateway.html', PHONE)).status).toBe(200);
    expect((await ask('finance.sina.cn', '/2026-11-14/detail-inzdemok1114011.d.html', PHONE)).status).toBe(200);
    expect((await ask('rss.sina.com.cn', '/demo.xml', PHONE)).status).toBe(200);
  });

  it.each([
    ['finance.sina.com.cn', '/../../../package.json'],
    ['finance.sina.com.cn', '/%2e%2e/%2e%2e/%2e%2e/package.json'],
    ['finance.sina.com.cn', '/..%2f..%2f..%2fpackage.json'],
    ['..', '/../package.json'],
    ['../..', '/package.json'],
    ['../../package.json', '/..%2fpackage.json'],
    ['finance.sina.com.cn', '/%00'],
    ['finance.sina.com.cn', '/%zz'],
    ['finance.sina.com.cn', '/china'],
    ['', '/'],
  ])('answers 404 to Host %j and path %s', async (host, path) => {
    expect(existsSync(new URL('../../package.json', import.meta.url))).toBe(true);
    expect((await ask(host, path)).status).toBe(404);
  });

  it('is gone after close()', async () => {
    const other = await startDemoSite();
    await other.close();
    await expect(fetch(`http://127.0.0.1:${String(other.port)}/`)).rejects.toThrow();
  });
});

describe('the roll API of the demo site', () => {
  const file = readFileSync(new URL('../../fixtures/demo/feed.mix.sina.com.cn/api/roll/get.json', import.meta.url), 'utf8');

  it('lists eleven articles, the oldest last', async () => {
    const { total, titles } = await askRoll('num=50&page=1');
    expect([total, titles.length]).toEqual([11, 11]);
    const times = [...file.matchAll(/"ctime": "(\d+)"/g)].map((match) => Number(match[1]));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('cuts the list into pages of num articles', async () => {
    const all = (await askRoll('num=50&page=1')).titles;
    expect((await askRoll('num=4&page=1')).titles).toEqual(all.slice(0, 4));
    expect((await askRoll('num=4&page=3')).titles).toEqual(all.slice(8));
  });

  it('answers a page past the end with an empty data and the same total', async () => {
    expect(await askRoll('num=50&page=2')).toEqual({ total: 11, titles: [] });
  });

  it('gives numbers as strings, http addresses, and img as object, array or empty', () => {
    expect(file).toMatch(/"ctime": "\d+"/);
    expect(file).toMatch(/"url": "http:\/\/finance\.sina\.com\.cn\/\S+\?cre=tianyi&/);
    expect(file).toMatch(/"img": \{\s+"u"/);
    expect(file).toMatch(/"img": \[\s+\{/);
    expect(file).toMatch(/"img": \[\]/);
  });
});
