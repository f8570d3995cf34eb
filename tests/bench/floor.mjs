// The floor that a run is measured against: gets all pages of a feed, and with a folder does with them what most scripts
// do. Usage: node floor.mjs FEED [FOLDER]
import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { load } from 'cheerio';
import pMap from 'p-map';
import TurndownService from 'turndown';
import { Agent, request } from 'undici';

const [feed, folder] = process.argv.slice(2);
const dispatcher = new Agent();
const turndown = new TurndownService();

async function bytesAt(url) {
  const { body } = await request(url, { dispatcher });
  return Buffer.from(await body.arrayBuffer());
}

async function handle(url, index) {
  const bytes = await bytesAt(url);
  if (folder === undefined) return;
  writeFileSync(join(folder, `${index}.md`), turndown.turndown(load(bytes.toString())('#artibody, #article').html() ?? ''));
}

const links = (await bytesAt(feed)).toString().matchAll(/<link>([^<]*)<\/link>/g);
await pMap(Array.from(links, ([, url]) => url), handle, { concurrency: 16 });
await dispatcher.close();
