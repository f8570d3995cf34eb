import type { Article } from '../article/types.js';
import { bodyOf } from './body.js';
import { documentValues } from './document-values.js';
import { entriesOf } from './entries.js';
import { readFields, type Circumstances } from './fields.js';
import { postFileName } from './file-name.js';
import { DEFAULT_FORM, type PostForm } from './form.js';
import { formatFrontMatter } from './front-matter.js';
import { picturePath, withLocalPictures, type LocalPicture } from './pictures.js';

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
 * Puts an article into the form of a post. Nothing is written.
 * @throws NewsScrapeError `template_invalid` if the user's template fails on this article
 */
export function composePost(article: Article, { id, origin, form = DEFAULT_FORM, now, pictures = [] }: Circumstances): Post {
  const fields = readFields(withLocalCover(article, id, form, pictures), { id, origin, form, now });
  const frontMatter = formatFrontMatter(entriesOf(fields, form));
  const html = withLocalPictures(article.html, pictures, ({ name }) => `${form.pictures?.inText ?? ''}/${picturePath(id, name)}`);
  const body = bodyOf(html, fields, form);
  return {
    title: fields.title,
    date: fields.date,
    fileName: postFileName(fields, form.name),
    document: form.template ? form.template(documentValues(fields, form, { frontMatter, body })) : `${frontMatter}\n${body}\n`,
  };
}

function withLocalCover(article: Article, id: string, { pictures: place }: PostForm, pictures: readonly LocalPicture[]): Article {
  const local = pictures.find(({ from }) => from === article.leadImage);
  return local && place ? { ...article, leadImage: `${place.inFrontMatter}/${picturePath(id, local.name)}` } : article;
}
