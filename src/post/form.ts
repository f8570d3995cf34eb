import type { Naming } from '../archive/store.js';
import type { DocumentTemplate } from './document-template.js';
import type { ExtraField } from './extra-fields.js';
import { fileNameKey, uniqueFileName, type NameForm } from './file-name.js';
import type { ImageMode } from './image-modes.js';
import type { PicturePlace } from './picture-place.js';
import { DEFAULT_PROFILE } from './profiles/index.js';
import type { Profile } from './profiles/profile.js';
import type { FrontMatterValue } from './value.js';

/** What the text below the front matter is written in. */
export type BodyFormat = 'markdown' | 'html';

/** The form of the posts of a run: settled once, before anything is fetched. */
export interface PostForm {
  profile: Profile;
  body: BodyFormat;
  /** What becomes of pictures; without it they are linked. */
  images?: ImageMode | undefined;
  /** What leads to the folder of the pictures that stand with posts. */
  pictures?: Pick<PicturePlace, 'inText' | 'inFrontMatter'> | undefined;
  /** The time zone that the configuration of the site sets. */
  zone?: string | undefined;
  /** Fields besides those of the profile. */
  extra?: readonly ExtraField[] | undefined;
  /** Keys and values that every post has. */
  set?: ReadonlyMap<string, FrontMatterValue> | undefined;
  /** In place of the article's own. */
  categories?: readonly string[] | undefined;
  /** `site` is the medium that the feed or the site stands for, `article` the one who wrote it. */
  author?: { is: 'site' | 'article' } | { name: string } | undefined;
  /** Whether readers may comment; default false. */
  comments?: boolean | undefined;
  /** A line at the end that names the medium and leads to the article. */
  sourceLink?: boolean | undefined;
  /** The number of paragraphs in front of the mark that ends a list's excerpt. */
  excerpt?: number | undefined;
  /** Makes headings of lines that are nothing but bold. */
  headingFromBold?: boolean | undefined;
  /** The user's own form of the whole document. */
  template?: DocumentTemplate | undefined;
  name?: NameForm | undefined;
}

/** A form without any wish. */
export const DEFAULT_FORM: PostForm = { profile: DEFAULT_PROFILE, body: 'markdown' };

/** The rules by which a store tells names of posts apart. */
export function namingFor({ sharesDays }: Profile): Naming {
  return { unique: uniqueFileName, key: (name) => fileNameKey(name, sharesDays) };
}
