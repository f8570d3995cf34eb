import type { Article } from '../article/types.js';
import { toMarkdown } from '../markdown/to-markdown.js';
import { readFields, type Origin, type PostFields } from './fields.js';
import { postFileName } from './file-name.js';
import { DEFAULT_FORM, type PostForm } from './form.js';
import { formatFrontMatter, type FrontMatterEntry } from './front-matter.js';
import { htmlBody } from './html-body.js';

/** A finished post. */
export interface Post {
  title: string;
  date: Date;
  /** Preferred name; the output folder may have to make it unique. */
  fileName: string;
  /** The whole file: front matter, an empty line, the body, one newline at the end. */
  document: string;
}

export interface Circumstances {
  /** The article's identity, for a file name whose title has no usable character. */
  id: string;
  origin?: Origin | undefined;
  form?: PostForm;
  /** The date of a post whose feed and page both have none. */
  now: Date;
}

/** Puts an article into the form of a post. */
export function composePost(article: Article, { id, origin, form = DEFAULT_FORM, now }: Circumstances): Post {
  const fields = readFields(article, origin, now);
  const text = form.body === 'html' ? htmlBody(article.html) : toMarkdown(article.html, form.profile.dialect);
  return {
    title: fields.title,
    date: fields.date,
    fileName: postFileName({ title: fields.title, date: fields.date, id }),
    document: `${formatFrontMatter(entriesOf(fields, form))}\n${text}\n`,
  };
}

function entriesOf(fields: PostFields, { profile, zone }: PostForm): FrontMatterEntry[] {
  const time = (date: Date): FrontMatterEntry[1] => profile.date(date, zone);
  return Object.entries(profile.keys).flatMap(([key, valueOf]) => {
    const value = valueOf(fields, time);
    return value === undefined ? [] : [[key, value] as const];
  });
}
