import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { EXTRA_FIELDS, type ExtraField } from '../../post/extra-fields.js';
import type { PostForm } from '../../post/form.js';
import { invalid } from './invalid.js';
import { RepeatableOption } from './repeatable.js';

/** What the front matter of a post says besides or instead of the profile's own. */
export interface FrontMatterOptions {
  fields?: readonly ExtraField[];
  /** `key=value`, to be read as `parseSetting` does. */
  set?: readonly string[];
  category?: readonly string[];
  author?: PostForm['author'];
  comments?: boolean;
}

export function addFrontMatterOptions(command: Command): Command {
  return command
    .optionsGroup(messages.usage.groups.frontMatter)
    .addOption(new RepeatableOption('--fields <list>', messages.post.fields, addFields))
    .addOption(new RepeatableOption('--set <key=value>', messages.post.set, addSetting))
    .addOption(new RepeatableOption('--category <name>', messages.post.category, addCategory))
    .option('--author <who>', messages.post.author, parseAuthor)
    .option('--comments', messages.post.comments)
    .option('--no-comments', messages.post.noComments);
}

function addFields(value: string, earlier: readonly ExtraField[] = []): ExtraField[] {
  const fields = value.split(',').map((word) => {
    const field = EXTRA_FIELDS.find(({ name }) => name === word.trim());
    if (!field) throw invalid('--fields', value, messages.post.expectedFields(EXTRA_FIELDS.map(({ name }) => name)));
    return field;
  });
  return [...new Set([...earlier, ...fields])];
}

function addSetting(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

function addCategory(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, textOf('--category', value)];
}

function parseAuthor(value: string): PostForm['author'] {
  return value === 'site' || value === 'article' ? { is: value } : { name: textOf('--author', value) };
}

function textOf(option: string, value: string): string {
  if (value.trim() === '') throw invalid(option, JSON.stringify(value), messages.post.expectedText);
  return value.trim();
}
