import { Option, type Command } from 'commander';
import { messages } from '../../messages/messages.js';
import type { BodyFormat } from '../../post/form.js';
import { parseNameTemplate, PLACEHOLDERS, type NameTemplate } from '../../post/name-template.js';
import { PROFILE_IDS, type ProfileId } from '../../post/profiles/ids.js';
import { addBodyOptions, type BodyOptions } from './body.js';
import { addFrontMatterOptions, type FrontMatterOptions } from './front-matter.js';
import { addImageOptions, type ImageOptions } from './images.js';
import { invalid } from './invalid.js';

/** The form of a post. */
export interface PostOptions extends FrontMatterOptions, BodyOptions, ImageOptions {
  profile?: ProfileId;
  body: BodyFormat;
  /** File of a template for whole documents. */
  template?: string;
}

/** The names of files; of no use to a command that writes none. */
export interface NameOptions {
  filename?: NameTemplate;
}

const BODY_FORMATS: readonly BodyFormat[] = ['markdown', 'html'];

export function addPostOptions(command: Command): Command {
  command
    .optionsGroup(messages.usage.groups.posts)
    .addOption(new Option('--profile <name>', messages.post.profile).choices(PROFILE_IDS).argParser(parseProfile))
    .addOption(new Option('--body <format>', messages.post.body).choices(BODY_FORMATS).argParser(parseBody).default('markdown'));
  addImageOptions(command).option('--template <file>', messages.post.template);
  addFrontMatterOptions(command);
  return addBodyOptions(command);
}

export function addNameOption(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.posts).option('--filename <template>', messages.post.filename, parseFilename);
}

function parseProfile(value: string): ProfileId {
  const profile = PROFILE_IDS.find((id) => id === value);
  if (!profile) throw invalid('--profile', value, messages.post.expectedOneOf(PROFILE_IDS));
  return profile;
}

function parseBody(value: string): BodyFormat {
  const format = BODY_FORMATS.find((known) => known === value);
  if (!format) throw invalid('--body', value, messages.post.expectedBody);
  return format;
}

function parseFilename(value: string): NameTemplate {
  const template = parseNameTemplate(value);
  if (!template) throw invalid('--filename', JSON.stringify(value), messages.post.expectedFilename(PLACEHOLDERS));
  return template;
}
