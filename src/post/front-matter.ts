import { Document, Scalar } from 'yaml';

/** The seven fields of a post, in the order in which they are written. */
export interface FrontMatter {
  title: string;
  /** Outermost first. */
  categories: readonly string[];
  /** Absolute address, or empty. */
  headimg: string;
  author: string;
  comments: boolean;
  /** An instant, written as in RFC 9110 (`Mon, 25 Jul 2022 02:54:50 GMT`). */
  date: Date;
  /** Absolute address, or empty. */
  thumbnail: string;
}

/**
 * The block between the two `---` lines, dashes included, ending in a newline. The YAML library writes every value,
 * so that reading it back gives the same value whatever stands in it; texts that YAML 1.1 readers (Jekyll, Hugo) would
 * take for something else are quoted.
 */
export function formatFrontMatter(fields: FrontMatter): string {
  const lines = [
    entry('title', quoted(fields.title)),
    entry('categories', fields.categories.map(plain)),
    entry('headimg', quoted(fields.headimg)),
    entry('author', plain(fields.author)),
    entry('comments', fields.comments),
    entry('date', plain(fields.date.toUTCString())),
    entry('thumbnail', quoted(fields.thumbnail)),
  ];
  return `---\n${lines.join('')}---\n`;
}

/** One key with its value; a list stands below its key, which keeps the blank that the format has there. */
function entry(key: string, value: Scalar | boolean | Scalar[]): string {
  const document = new Document({ [key]: value }, { version: '1.2', compat: 'yaml-1.1' });
  const text = document.toString({ indent: 1, lineWidth: 0, flowCollectionPadding: false });
  const visible = text.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Array.isArray(value) && value.length > 0 ? visible.replace(':\n', ': \n') : visible;
}

/** Characters that only an escape in double quotes can hold: some readers drop them or take them for line breaks. */
const UNQUOTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;
/** Those of them that the YAML library writes as they are. */
const INVISIBLE = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** Single quotes, as the format has them, where they can hold the text. */
function quoted(text: string): Scalar<string> {
  return styled(text, UNQUOTABLE.test(text) ? Scalar.QUOTE_DOUBLE : Scalar.QUOTE_SINGLE);
}

function plain(text: string): Scalar<string> {
  return styled(text, UNQUOTABLE.test(text) ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN);
}

function styled(text: string, type: Scalar.Type): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = type;
  return scalar;
}
