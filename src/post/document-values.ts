import type { PostFields } from './fields.js';
import type { PostForm } from './form.js';
import { formatIso } from './zone.js';

/** What a template of the user's can write of a post. What an article does not have is null. */
export interface DocumentValues {
  title: string;
  /** ISO 8601 with the offset of the site, else of China. */
  date: string;
  updated: string | null;
  url: string | null;
  id: string | null;
  feed: string | null;
  source: string | null;
  author: string;
  editor: string | null;
  keywords: readonly string[];
  description: string | null;
  categories: readonly string[];
  cover: string | null;
  comments: boolean;
  /** The front matter of the profile, with its dashes. */
  front_matter: string;
  /** The text in the format that `--body` names. */
  body: string;
}

export function documentValues(fields: PostFields, { zone }: PostForm, { frontMatter, body }: { frontMatter: string; body: string }): DocumentValues {
  const { title, date, updated, url, id, feed, source, author, editor, keywords, description, categories, cover, comments } = fields;
  return {
    title,
    date: formatIso(date, zone),
    updated: updated === undefined ? null : formatIso(updated, zone),
    url: url || null,
    id: id || null,
    feed: feed || null,
    source: source ?? null,
    author,
    editor: editor ?? null,
    keywords,
    description: description ?? null,
    categories,
    cover: cover || null,
    comments,
    front_matter: frontMatter,
    body,
  };
}

/** An article that has everything. */
export const DOCUMENT_SAMPLE: DocumentValues = {
  title: '标题',
  date: '2022-07-25T10:54:50+08:00',
  updated: '2022-07-25T11:54:50+08:00',
  url: 'https://example.com/a',
  id: 'comos:abc',
  feed: 'sina/china',
  source: '某报',
  author: '某人',
  editor: '某编辑',
  keywords: ['经济'],
  description: '摘要',
  categories: ['金融'],
  cover: 'https://example.com/a.png',
  comments: false,
  front_matter: '---\ntitle: 标题\n---\n',
  body: '正文',
};
