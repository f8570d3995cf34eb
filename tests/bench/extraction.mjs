// Bytes of a page to finished Markdown, by the program and by its peers.
import { Readability } from '@mozilla/readability';
import { extractFromHtml } from '@extractus/article-extractor';
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';
import { load } from 'cheerio';
import TurndownService from 'turndown';
import { composePost, readPage } from '../../dist/index.js';
import { compare } from './measure.mjs';

const turndown = new TurndownService();
const now = new Date();

function ours(page, fastPath) {
  return composePost(readPage({ name: page.name, url: page.url, contentType: 'text/html', body: page.bytes }, { fastPath }), { id: 'x', now }).document;
}

function obvious({ bytes }) {
  return turndown.turndown(load(bytes.toString())('#artibody, #article').html() ?? '');
}

function readability({ bytes }) {
  const { document } = parseHTML(bytes.toString());
  return turndown.turndown(new Readability(document).parse()?.content ?? '');
}

function readabilityInJsdom({ bytes, url }) {
  const { document } = new JSDOM(bytes, { url }).window;
  return turndown.turndown(new Readability(document).parse()?.content ?? '');
}

async function defuddle({ bytes, url }) {
  return (await Defuddle(parseHTML(bytes.toString()).document, url, { markdown: true })).content;
}

async function articleExtractor({ bytes, url }) {
  return turndown.turndown((await extractFromHtml(bytes.toString(), url))?.content ?? '');
}

/** The program may refuse a page; a peer that fails would look fast. */
function refused(error) {
  if (error.name !== 'NewsScrapeError') throw error;
}

/** Milliseconds of CPU for all pages together, and how often the first way goes into each. */
export async function measureExtraction(pages) {
  const all = (work) => async () => {
    for (const page of pages) await Promise.resolve(page).then(work).catch(refused);
  };
  return compare({
    'news-scrape': all((page) => ours(page, true)),
    'news-scrape --no-fast-path': all((page) => ours(page, false)),
    'cheerio + turndown': all(obvious),
    'readability + linkedom + turndown': all(readability),
    'readability + jsdom + turndown': all(readabilityInJsdom),
    'article-extractor + turndown': all(articleExtractor),
    defuddle: all(defuddle),
  });
}
