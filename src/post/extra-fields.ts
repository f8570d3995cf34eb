import type { PostFields } from './fields.js';
import type { KeyValue } from './profiles/profile.js';
import { sourceUrl } from './profiles/values.js';
import { Quoted, type FrontMatterValue } from './value.js';

/** A field that a user may add to any profile. */
export interface ExtraField {
  /** What `--fields` takes. */
  name: string;
  /** Its key in the front matter; none that any generator takes for something else. A profile may have its own. */
  key: string;
  value: KeyValue;
}

const text = (pick: (post: PostFields) => string | undefined): KeyValue => (post) => pick(post) ?? undefined;
const listOrNone = (words: readonly string[]): FrontMatterValue | undefined => (words.length > 0 ? words : undefined);

/** In the order in which they are written. */
export const EXTRA_FIELDS: readonly ExtraField[] = [
  { name: 'link', key: 'source_url', value: sourceUrl },
  { name: 'source', key: 'source_name', value: text((post) => post.source) },
  { name: 'editor', key: 'editor', value: text((post) => post.editor) },
  { name: 'keywords', key: 'tags', value: (post) => listOrNone(post.keywords) },
  { name: 'description', key: 'description', value: (post) => (post.description === undefined ? undefined : new Quoted(post.description)) },
  { name: 'updated', key: 'updated', value: (post, time) => (post.updated === undefined ? undefined : time(post.updated)) },
  { name: 'id', key: 'article_id', value: (post) => (post.id === '' ? undefined : new Quoted(post.id)) },
];
