import { stringify } from 'yaml';
import { messages } from '../messages/messages.js';

/** What a new configuration shall say. */
export interface Wishes {
  feeds: readonly string[];
  /** Id of a profile. */
  profile: string;
  images: string;
  /** Folder of the posts, or root of the blog, below that of the configuration. */
  out: string;
}

/** A configuration with a comment on each of its keys, and those that many people want to change next. */
export function configText({ feeds, profile, images, out }: Wishes): string {
  const words = messages.init.comments;
  const noted = (key: string, value: unknown, comment: string): string => `  ${stringify({ [key]: value }, { lineWidth: 0 }).trimEnd()}  # ${comment}`;
  return [
    `# ${words.head}`,
    `# ${words.more}`,
    'defaults:',
    noted('profile', profile, words.profile),
    noted('out', out, words.out),
    noted('images', images, words.images),
    `  # source-link: true  # ${words.sourceLink}`,
    `  # fields: [source, keywords]  # ${words.fields}`,
    `feeds:  # ${words.feeds}`,
    ...feeds.map((feed) => `  - ${stringify(feed, { lineWidth: 0 }).trimEnd()}`),
    '',
  ].join('\n');
}
