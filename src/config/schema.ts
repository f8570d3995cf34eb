import { z } from 'zod';
import { isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { feedKeys, fileKeys, readOption, type OptionKey, type RawValue } from './option-key.js';
import { siteRule } from './rule-schema.js';

/** The version of the file's form; `earlier.ts` has what was different before. */
export const CONFIG_VERSION = 2;

const name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u, { error: () => messages.config.noName });
const feed = z.string().regex(/^(?!-$)\s*\S/, { error: () => messages.config.noFeed });

/** What stands at a feed besides the options of `fetch`. */
const feedShape = {
  feed: feed.optional().describe(messages.config.about.feed),
  url: feed.optional().describe(messages.config.about.url),
  name: name.optional().describe(messages.config.about.name),
  group: name.optional().describe(messages.config.about.group),
  groups: z.array(name).optional().describe(messages.config.about.groups),
};

/** All that a configuration file may hold, with these options of `fetch`. */
export function configSchema(keys: readonly OptionKey[]): z.ZodType<ConfigFile> {
  const ofFeed = optionsShape(feedKeys(keys));
  return z
    .strictObject({
      version: z.int().min(1, { error: () => messages.config.noVersion(CONFIG_VERSION) }).max(CONFIG_VERSION, { error: () => messages.config.newerVersion(CONFIG_VERSION) }).optional().describe(messages.config.about.version(CONFIG_VERSION)),
      defaults: z.strictObject(optionsShape(fileKeys(keys))).nullable().optional().describe(messages.config.about.defaults),
      groups: z.record(name, z.strictObject(ofFeed).nullable()).nullable().optional().describe(messages.config.about.groupOptions),
      feeds: z.array(z.union([feed, feedEntry(ofFeed)])).nullable().optional().describe(messages.config.about.feeds),
      'site-rules': z.array(siteRule).nullable().optional().describe(messages.config.about.siteRules),
    })
    .describe(messages.config.about.file);
}

type Options = Readonly<Record<string, unknown>>;
export type FeedEntry = z.infer<z.ZodObject<typeof feedShape>> & Options;

/** A file as it is written. */
export interface ConfigFile {
  version?: number | undefined;
  defaults?: Options | null | undefined;
  groups?: Readonly<Record<string, Options | null>> | null | undefined;
  feeds?: readonly (string | FeedEntry)[] | null | undefined;
  'site-rules'?: readonly z.infer<typeof siteRule>[] | null | undefined;
}

function feedEntry(ofFeed: z.ZodRawShape): z.ZodType<FeedEntry> {
  return z
    .strictObject({ ...feedShape, ...ofFeed })
    .refine((entry) => (entry.feed === undefined) !== (entry.url === undefined), { error: () => messages.config.feedOrUrl })
    .refine(({ group, groups }) => group === undefined || groups === undefined, { error: () => messages.config.groupOrGroups })
    .meta({ oneOf: [{ required: ['feed'] }, { required: ['url'] }], not: { required: ['group', 'groups'] } });
}

const optionsShape = (keys: readonly OptionKey[]): z.ZodRawShape =>
  Object.fromEntries(keys.map((key) => [key.name, optionSchema(key).optional().describe(key.description)]));

/** What an option takes in a file; its own parser says whether it is right. */
function optionSchema(key: OptionKey): z.ZodType {
  if (key.takes === 'switch') return z.boolean();
  const text = z.union([z.string(), z.number()]);
  const kinds = { text, texts: z.union([z.string(), z.number(), z.array(text).min(1)]), optional: z.union([z.boolean(), z.string(), z.number()]) };
  const schema: z.ZodType<RawValue> = kinds[key.takes];
  const checked = schema.check(({ value, issues }) => {
    const message = mistakeIn(key, value);
    if (message !== undefined) issues.push({ code: 'custom', input: value, message });
  });
  return key.choices ? checked.meta({ enum: [...key.choices] }) : checked;
}

function mistakeIn(key: OptionKey, value: RawValue): string | undefined {
  try {
    readOption(key, value);
    return undefined;
  } catch (error) {
    if (!isNewsScrapeError(error, 'option_invalid')) throw error;
    return messages.config.badOption(key.name, error.params.value, error.params.expected);
  }
}
