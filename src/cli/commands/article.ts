import { identify } from '../../archive/identity.js';
import { stopIfInterrupted } from '../../articles.js';
import { explainPage } from '../../article/explain.js';
import { guardPage, readPage, type RawPage } from '../../article/read-page.js';
import { NewsScrapeError } from '../../errors.js';
import { createClient } from '../../http/client.js';
import { en } from '../../messages/en.js';
import { composePost } from '../../post/compose.js';
import { loadPageFile } from '../../saved-pages/load-page.js';
import { createSources } from '../../sources.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { explanationText } from '../explanation-text.js';
import { write, type Io } from '../io.js';
import type { ExplainOptions } from '../options/explain.js';
import type { NetworkOptions } from '../options/network.js';
import type { PostOptions } from '../options/post.js';
import { openSaving, type SavingOptions } from '../options/saving.js';
import { settlePosts } from '../settle-posts.js';

export type ArticleOptions = PostOptions & ExplainOptions & NetworkOptions & SavingOptions;

/** `news-scrape article`: one page as a finished document on standard output. */
export async function articleCommand(target: string, options: ArticleOptions, io: Io): Promise<ExitCode> {
  if (options.json && !options.explain) throw new NewsScrapeError('usage', { detail: en.cli.jsonNeedsExplain });
  if (options.explain) return tellExplanation(await loadPage(target, options, io), options.json === true, io);
  const { form } = await settlePosts(options, io);
  const article = readPage(await loadPage(target, options, io));
  const { id } = identify({ url: article.url, guid: article.id });
  const post = guardPage(target, () => composePost(article, { id, form, now: io.now() }));
  await write(io.stdout, post.document);
  return EXIT.ok;
}

async function tellExplanation(page: RawPage, asJson: boolean, io: Io): Promise<ExitCode> {
  const explanation = explainPage(page);
  await write(io.stdout, asJson ? `${JSON.stringify(explanation, null, 2)}\n` : explanationText(explanation));
  return explanation.refused ? EXIT.nothingUsable : EXIT.ok;
}

async function loadPage(target: string, { timeout, retries, savePage: dir }: ArticleOptions, io: Io): Promise<RawPage> {
  const isUrl = /^https?:\/\//i.test(target);
  if (dir !== undefined && !isUrl) throw new NewsScrapeError('usage', { detail: en.cli.savesUrlsOnly });
  if (target === '-') return { name: '-', url: '', contentType: '', body: await io.readStdin() };
  if (!isUrl) return loadPageFile(target, io.readFile);
  const savePage = await openSaving(dir, io);
  const client = createClient({ timeout: timeout * 1000, retries });
  try {
    return await createSources({ ...io, client, savePage }).page(target);
  } catch (error) {
    stopIfInterrupted(io.signal);
    throw error;
  } finally {
    await client.close();
  }
}
