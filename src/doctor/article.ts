import { explainPage } from '../article/explain.js';
import type { Explanation, TriedRule } from '../article/explanation.js';
import { sameSite } from '../article/metadata/canonical.js';
import { RULES } from '../article/rules/index.js';
import { isNewsScrapeError } from '../errors.js';
import type { FeedItem } from '../feeds/types.js';
import { messages } from '../messages/messages.js';
import { verdictOn } from '../reasons.js';
import { fail, ok, warn, type Finding, type Verdict } from './check.js';
import type { ExaminedFeed, Examination } from './examine.js';

/** What articles are read with. */
type Means = Pick<ExaminedFeed, 'sources'> & Pick<Examination, 'rules'>;

/** Whether a current article of a feed can be read: the first that is no video or list, whose nature is not to be read. */
export async function examineArticle(items: readonly FeedItem[], means: Means): Promise<Finding[]> {
  let last: Finding[] = [];
  for (const { url } of items.filter((item) => item.url !== '')) {
    const { isArticle, ...verdict } = await judge(url, means);
    last = [{ check: 'article', subject: url, ...verdict }];
    if (isArticle) break;
  }
  return last;
}

async function judge(url: string, { sources, rules }: Means): Promise<Verdict & { isArticle: boolean }> {
  try {
    const explanation = await explainPage(await sources.page(url), { rules, getPage: (next) => sources.page(next) });
    const isArticle = explanation.refused === undefined || !['video_only', 'pictures_only', 'index_page'].includes(explanation.refused.reason);
    return { ...verdictOf(explanation, url), isArticle };
  } catch (error) {
    const verdict = isNewsScrapeError(error) ? verdictOn(error) : undefined;
    if (!isNewsScrapeError(error) || !verdict) throw error;
    return { ...(verdict.status === 'skipped' ? warn(error.message) : fail(error.message)), isArticle: true };
  }
}

function verdictOf({ refused, article, rule, rules, fields }: Explanation, url: string): Verdict {
  if (refused) return fail(refused.message);
  const near = rule === 'generic' ? rules.find((tried) => isNear(tried, url)) : undefined;
  if (near) return warn(messages.doctor.ruleFails(near.id, near.fails));
  const missing = (['title', 'date'] as const).filter((field) => fields[field] === undefined);
  if (missing.length > 0) return warn(messages.doctor.missing(rule, missing));
  return ok(messages.doctor.article(rule, article?.characters ?? 0));
}

/** True for a rule that nearly fits. On other sites than its own a built-in one may hold in part by chance. */
function isNear({ id, holds, fails }: TriedRule, url: string): boolean {
  const builtIn = RULES.find((rule) => rule.id === id);
  const isAtHome = !builtIn || (URL.canParse(url) && sameSite(new URL(builtIn.sample), new URL(url)));
  return isAtHome && holds.length > 0 && fails.length > 0;
}
