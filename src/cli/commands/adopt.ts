import { join } from 'node:path';
import { adoptPosts } from '../../adopt.js';
import { thenAlways } from '../../always.js';
import type { ExitCode } from '../exit-codes.js';
import type { Io } from '../io.js';
import { openStore } from '../open-store.js';
import type { TellingOptions } from '../options/telling.js';
import type { WaitOptions } from '../options/wait.js';
import { withReport } from '../report.js';
import { settlePosts } from '../settle-posts.js';

export interface AdoptOptions extends TellingOptions, WaitOptions {
  json?: boolean;
  dryRun?: boolean;
}

/** `news-scrape adopt`: enters the posts of a folder into its archive. */
export async function adoptCommand(dir: string, options: AdoptOptions, io: Io): Promise<ExitCode> {
  const settled = await settlePosts({ out: dir, body: 'markdown', quiet: true }, io);
  const { folder } = settled;
  const reporting = { ...options, out: folder, pathOf: (file: string) => join(folder, file) };
  return withReport(io, reporting, { command: 'adopt', options }, async (report) => {
    const store = await openStore(settled, options, io);
    await thenAlways(() => report.tellAll(adoptPosts(folder, store, io.signal)), () => store.close());
  });
}
