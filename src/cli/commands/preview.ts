import { once } from 'node:events';
import { thenAlways } from '../../always.js';
import { stopIfInterrupted } from '../../interrupt.js';
import { messages } from '../../messages/messages.js';
import { startPreview } from '../../preview/server.js';
import { openSite } from '../../preview/site.js';
import { write, type Io } from '../io.js';
import type { PortOptions } from '../options/port.js';
import { settlePosts } from '../settle-posts.js';

/** `news-scrape preview`: serves the posts of a folder as pages to look at, until it is stopped. The address is data. */
export async function previewCommand(dir: string | undefined, { port }: PortOptions, io: Io): Promise<void> {
  const { folder, pictures } = await settlePosts({ ...(dir !== undefined && { out: dir }), body: 'markdown', quiet: true }, io);
  const { now, signal, terminal } = io;
  stopIfInterrupted(signal);
  const server = await startPreview(openSite(folder, { pictures, now }), port);
  await thenAlways(async () => {
    await write(io, `${server.url}\n`);
    terminal.line(messages.preview.serving(folder));
    if (!signal.aborted) await once(signal, 'abort');
  }, () => server.close());
  stopIfInterrupted(signal);
}
