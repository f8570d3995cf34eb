import { z } from 'zod';
import { selectorMistake, splitPlace } from '../article/rules/selector.js';
import { messages } from '../messages/messages.js';

const text = z.string().regex(/\S/, { error: () => messages.config.emptyText });
const selector = checkedSelector((value) => value);
const place = checkedSelector((value) => splitPlace(value)[0]);
const host = z.string().regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, { error: () => messages.config.noHost });

/** One or several: a list of one may be written without its brackets. */
const oneOrMore = <Item extends z.ZodType>(item: Item): z.ZodUnion<[Item, z.ZodArray<Item>]> => z.union([item, z.array(item).min(1)]);

/** A user's own rule for the pages of a site. */
export const siteRule = z
  .strictObject({
    id: z.string().regex(/^[\w.-]{1,60}$/, { error: () => messages.config.noId }).describe(messages.config.aboutRule.id),
    sample: text.optional().describe(messages.config.aboutRule.sample),
    host: oneOrMore(host).optional().describe(messages.config.aboutRule.host),
    when: oneOrMore(selector).optional().describe(messages.config.aboutRule.when),
    body: selector.describe(messages.config.aboutRule.body),
    title: oneOrMore(place).optional().describe(messages.config.aboutRule.title),
    date: oneOrMore(place).optional().describe(messages.config.aboutRule.date),
    source: oneOrMore(place).optional().describe(messages.config.aboutRule.source),
    author: oneOrMore(place).optional().describe(messages.config.aboutRule.author),
    editor: oneOrMore(place).optional().describe(messages.config.aboutRule.editor),
    keywords: oneOrMore(place).optional().describe(messages.config.aboutRule.keywords),
    remove: oneOrMore(selector).optional().describe(messages.config.aboutRule.remove),
    'next-page': oneOrMore(selector).optional().describe(messages.config.aboutRule['next-page']),
  })
  .refine(({ host: hosts, when }) => hosts !== undefined || when !== undefined, { error: () => messages.config.noCondition })
  .meta({ anyOf: [{ required: ['host'] }, { required: ['when'] }] });

export type ConfigRule = z.infer<typeof siteRule>;

function checkedSelector(selectorIn: (value: string) => string): z.ZodString {
  return z.string().check(({ value, issues }) => {
    const detail = selectorMistake(selectorIn(value));
    if (detail !== undefined) issues.push({ code: 'custom', input: value, message: messages.config.badSelector(value, detail) });
  });
}
