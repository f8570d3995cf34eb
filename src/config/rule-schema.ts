import { z } from 'zod';
import { selectorMistake, splitPlace } from '../article/rules/selector.js';
import { en } from '../messages/en.js';

const words = en.config;

const text = z.string().refine((value) => value.trim() !== '', { error: words.emptyText });
const selector = checkedSelector((value) => value);
const place = checkedSelector((value) => splitPlace(value)[0]);
const host = z.string().refine((value) => /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(value), { error: words.noHost });

/** One or several: a list of one may be written without its brackets. */
const oneOrMore = <Item extends z.ZodType>(item: Item): z.ZodUnion<[Item, z.ZodArray<Item>]> => z.union([item, z.array(item).min(1)]);

/** A user's own rule for the pages of a site. */
export const siteRule = z
  .strictObject({
    id: z.string().regex(/^[\w.-]{1,60}$/, { error: words.noId }),
    sample: text.optional(),
    host: oneOrMore(host).optional(),
    when: oneOrMore(selector).optional(),
    body: selector,
    title: oneOrMore(place).optional(),
    date: oneOrMore(place).optional(),
    source: oneOrMore(place).optional(),
    author: oneOrMore(place).optional(),
    editor: oneOrMore(place).optional(),
    keywords: oneOrMore(place).optional(),
    remove: oneOrMore(selector).optional(),
    'next-page': oneOrMore(selector).optional(),
  })
  .refine(({ host: hosts, when }) => hosts !== undefined || when !== undefined, { error: words.noCondition });

export type ConfigRule = z.infer<typeof siteRule>;

function checkedSelector(selectorIn: (value: string) => string): z.ZodString {
  return z.string().check(({ value, issues }) => {
    const detail = selectorMistake(selectorIn(value));
    if (detail !== undefined) issues.push({ code: 'custom', input: value, message: words.badSelector(value, detail) });
  });
}
