import type { Article } from '../article/types.js';
import { bodyOf } from './body.js';
import { documentValues } from './document-values.js';
import { entriesOf } from './entries.js';
import { readFields, type Circumstances } from './fields.js';
import { postFileName } from './file-name.js';
import { DEFAULT_FORM } from './form.js';
import { formatFrontMatter } from './front-matter.js';

/** A finished post. */
export interface Post {
  title: string;
  date: Date;
  /** Preferred name; the output folder may have to make it unique. */
  fileName: string;
  /** The whole file: front matter, an empty line, the body, one newline at the end. */
  document: string;
}

/**
 * Puts an article into the form of a post.
 * @throws NewsScrapeError `template_invalid` if the user's template fails on this article
 */
export function composePost(article: Article, { id, origin, form = DEFAULT_FORM, now }: Circumstances): Post {
  const fields = readFields(article, { id, origin, form, now });
  const frontMatter = formatFrontMatter(entriesOf(fields, form));
  const body = bodyOf(article.html, fields, form);
  return {
    title: fields.title,
    date: fields.date,
    fileName: postFileName(fields, form.name),
    document: form.template ? form.template(documentValues(fields, form, { frontMatter, body })) : `${frontMatter}\n${body}\n`,
  };
}
