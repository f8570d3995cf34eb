import { identify } from '../../archive/identity.js';
import { explainPage } from '../../article/explain.js';
import type { Explanation } from '../../article/explanation.js';
import { guardPage, readPage, type RawPage } from '../../article/read-page.js';
import type { Article } from '../../article/types.js';
import { readWholeArticle } from '../../article/whole-article.js';
import type { SiteRule } from '../../article/rules/rule.js';
import { NewsScrapeError } from '../../errors.js';
import { MAX_BYTES } from '../../http/limits.js';
import type { RequestLog } from '../../http/types.js';
import { stopIfInterrupted } from '../../interrupt.js';
import { messages } from '../../messages/messages.js';
import { composePost } from '../../post/compose.js';
import { loadPageFile } from '../../saved-pages/load-page.js';
import { createSources } from '../../sources.js';
import { basicAuthorization, parseHttpUrl } from '../../url.js';
import { chooseAnyFrom } from '../choose-from.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { explanationText } from '../explanation-text.js';
import { write, type Io } from '../io.js';
import type { ExplainOptions } from '../options/explain.js';
import type { FetchOptions } from '../options/fetch.js';
import type { Flags } from '../options/flags.js';
import { checkImageOptions } from '../options/images.js';
import type { MergedOptions } from '../options/merge.js';
import { openSaving } from '../options/saving.js';
import { settlePosts } from '../settle-posts.js';

/** How the page is read and written. */
interface Way {
  options: FetchOptions;
  rules: readonly SiteRule[];
}

/**
 * `news-scrape article`: one page as a finished document on standard output, in the form that `fetch` would give it here.
 * @param explaining what is said of the page instead; of the command line alone, as `json` of a configuration is another one
 */
export async function articleCommand(target: string, { explain: isExplained, json }: ExplainOptions, flags: Flags, io: Io): Promise<ExitCode> {
  if (json && !isExplained) throw new NewsScrapeError('usage', { detail: messages.cli.jsonNeedsExplain });
  const { run, rules } = await chooseAnyFrom([], flags, io);
  const way = { options: ownOptions(run, target), rules };
  checkImageOptions(way.options, false);
  if (isExplained) return tellExplanation(await explain(target, way, io), json === true, io);
  const { form } = await settlePosts(way.options, io);
  const article = await loadArticle(target, way, io);
  const { id } = identify({ url: article.url, guid: article.id });
  const post = guardPage(target, () => composePost(article, { id, form, now: io.now() }));
  await write(io, post.document);
  return EXIT.ok;
}

/** What cannot be done for a page on standard output, or from a file, is meant for other commands, unless it was said to this one. */
function ownOptions({ options, origins }: MergedOptions, target: string): FetchOptions {
  const own = { ...options };
  const isElsewhere = (attribute: string): boolean => origins.get(attribute)?.by !== 'flag';
  if (own.images === 'download' && isElsewhere('images')) delete own.images;
  if (own.images !== 'download' && isElsewhere('imageMaxWidth')) delete own.imageMaxWidth;
  if (!isAddress(target) && isElsewhere('savePage')) delete own.savePage;
  return own;
}

async function tellExplanation(explanation: Explanation, asJson: boolean, io: Io): Promise<ExitCode> {
  await write(io, asJson ? `${JSON.stringify(explanation, null, 2)}\n` : explanationText(explanation));
  return explanation.refused ? EXIT.nothingUsable : EXIT.ok;
}

/** Explains what `loadArticle` reads. */
async function explain(target: string, { rules, options }: Way, io: Io): Promise<Explanation> {
  if (!isAddress(target)) return explainPage(await loadLocalPage(target, options, io), { rules, seenAt: io.now() });
  return withNetwork(target, options, io, async (getPage) => explainPage(await getPage(target), { rules, getPage, seenAt: io.now() }));
}

/** The article at an address with all its pages; of a file or standard input, what is there. */
async function loadArticle(target: string, { rules, options }: Way, io: Io): Promise<Article> {
  const { fastPath } = options;
  if (!isAddress(target)) return readPage(await loadLocalPage(target, options, io), { rules, fastPath, seenAt: io.now() });
  return withNetwork(target, options, io, async (getPage) => readWholeArticle(await getPage(target), getPage, { rules, fastPath, seenAt: io.now() }));
}

async function loadLocalPage(target: string, { savePage }: FetchOptions, io: Io): Promise<RawPage> {
  if (savePage !== undefined) throw new NewsScrapeError('usage', { detail: messages.cli.savesUrlsOnly });
  return target === '-' ? { name: '-', url: '', contentType: '', body: await io.readStdin(MAX_BYTES.page) } : loadPageFile(target, io.readFile);
}

const isAddress = (target: string): boolean => /^https?:\/\//i.test(target);

/** Does work that may get pages from the network. */
async function withNetwork<Result>(
  target: string,
  options: FetchOptions,
  io: Io,
  work: (getPage: (url: string) => Promise<RawPage>) => Promise<Result>,
): Promise<Result> {
  const savePage = await openSaving(options.savePage, io);
  // A page from a file needs no network, which takes longer to load than all the rest.
  const { openNetwork } = await import('../network.js');
  const typed = parseHttpUrl(target);
  const named = typed ? [{ location: target, authorization: basicAuthorization(typed) }] : [];
  // A page that a person names is no crawl.
  const log = options.verbose ? (entry: RequestLog): void => io.terminal.line(messages.telling.request(entry)) : undefined;
  const client = await openNetwork({ options: { ...options, ignoreRobots: true }, named, log }, io);
  try {
    const sources = createSources({ ...io, client, savePage });
    return await work((url) => sources.page(url));
  } catch (error) {
    stopIfInterrupted(io.signal);
    throw error;
  } finally {
    await client.close();
  }
}
