import type { PostFields } from './fields.js';
import type { PostForm } from './form.js';
import type { FrontMatterEntry } from './front-matter.js';
import type { KeyValue } from './profiles/profile.js';
import type { FrontMatterValue } from './value.js';

/** The front matter of a post: the keys of its profile in their order, then what the user added or set. */
export function entriesOf(fields: PostFields, form: PostForm): FrontMatterEntry[] {
  const { profile, zone, extra = [], comments, excerpt, set = new Map<string, FrontMatterValue>() } = form;
  const entries = new Map<string, FrontMatterValue>();
  const keywords = fields.keywords.map((keyword) => (profile.tag ? profile.tag(keyword) : keyword)).filter((tag) => tag !== undefined);
  const add = (key: string, valueOf: KeyValue): void => {
    const value = valueOf({ ...fields, keywords }, (date) => profile.date(date, zone));
    if (value !== undefined && !entries.has(key)) entries.set(key, value);
  };
  for (const [key, valueOf] of Object.entries(profile.keys)) add(key, valueOf);
  for (const { name, key, value } of extra) add(profile.extraKeys?.[name] ?? key, value);
  if (excerpt !== undefined && profile.excerpt?.key !== undefined) entries.set(profile.excerpt.key, profile.excerpt.mark);
  if (comments !== undefined) entries.set('comments', comments);
  for (const [key, value] of set) entries.set(key, value);
  return [...entries];
}
