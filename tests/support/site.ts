import { rmSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
import { emptyFolder, runCli, type CliResult } from './cli.js';
import { financePage, pageUrl, rollAnswer, type Row } from './pages.js';
import { startWeb, type Reply, type Web } from './web.js';

export const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';

/** A channel of the roll API and its pages, which a test changes between runs. */
export interface Site {
  /** Empty folder for the program to run in. */
  cwd: string;
  web: Web;
  rows: Row[];
  /** Answers by address without query, in place of those that follow from `rows`; `roll` for the feed. */
  replies: Record<string, Reply | string>;
  run(...args: string[]): Promise<CliResult>;
}

export const PAGE = (id: string): string => pageUrl(id);

/** A new site and folder for every test of a file. */
export function useSite(): Site {
  const site: Partial<Site> = {};
  beforeEach(async () => {
    const web = await startWeb((url) => answer(site as Site, url));
    const cwd = emptyFolder();
    Object.assign(site, { cwd, web, rows: [], replies: {}, run: (...args: string[]) => runCli(args, { cwd, env: web.env }) });
  });
  afterEach(async () => {
    await site.web?.close();
    if (site.cwd !== undefined) rmSync(site.cwd, { recursive: true, force: true });
  });
  return site as Site;
}

function answer({ rows, replies }: Site, url: URL): Reply | string | undefined {
  if (url.pathname === '/api/roll/get') return replies.roll ?? (url.searchParams.get('page') === '1' ? rollAnswer(rows) : rollAnswer([]));
  const id = /doc-i(\w+)\.shtml$/.exec(url.pathname)?.[1];
  return replies[`http://${url.host}${url.pathname}`] ?? (rows.some((row) => row.id === id) ? financePage({ title: `标题${id ?? ''}` }) : undefined);
}
