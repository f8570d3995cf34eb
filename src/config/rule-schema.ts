import { z } from 'zod';
import { selectorMistake, splitPlace } from '../article/rules/selector.js';
import { en } from '../messages/en.js';

const words = en.config;

const text = z.string().regex(/\S/, { error: words.emptyText });
const selector = checkedSelector((value) => value);
const place = checkedSelector((value) => splitPlace(value)[0]);
const host = z.string().regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, { error: words.noHost });

/** One or several: a list of one may be written without its brackets. */
const oneOrMore = <Item extends z.ZodType>(item: Item): z.ZodUnion<[Item, z.ZodArray<Item>]> => z.union([item, z.array(item).min(1)]);

/** A user's own rule for the pages of a site. */
export const siteRule = z
  .strictObject({
    id: z.string().regex(/^[\w.-]{1,60}$/, { error: words.noId }).describe(words.aboutRule.id),
    sample: text.optional().describe(words.aboutRule.sample),
    host: oneOrMore(host).optional().describe(words.aboutRule.host),
    when: oneOrMore(selector).optional().describe(words.aboutRule.when),
    body: selector.describe(words.aboutRule.body),
    title: oneOrMore(place).optional().describe(words.aboutRule.title),
    date: oneOrMore(place).optional().describe(words.aboutRule.date),
    source: oneOrMore(place).optional().describe(words.aboutRule.source),
    author: oneOrMore(place).optional().describe(words.aboutRule.author),
    editor: oneOrMore(place).optional().describe(words.aboutRule.editor),
    keywords: oneOrMore(place).optional().describe(words.aboutRule.keywords),
    remove: oneOrMore(selector).optional().describe(words.aboutRule.remove),
    'next-page': oneOrMore(selector).optional().describe(words.aboutRule['next-page']),
  })
  .refine(({ host: hosts, when }) => hosts !== undefined || when !== undefined, { error: words.noCondition })
  .meta({ anyOf: [{ required: ['host'] }, { required: ['when'] }] });

export type ConfigRule = z.infer<typeof siteRule>;

function checkedSelector(selectorIn: (value: string) => string): z.ZodString {
  return z.string().check(({ value, issues }) => {
    const detail = selectorMistake(selectorIn(value));
    if (detail !== undefined) issues.push({ code: 'custom', input: value, message: words.badSelector(value, detail) });
  });
}
