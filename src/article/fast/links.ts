/** Tells a link that may lead to another page of the article, by the source of its tag. */
export type LinkTest = (source: string) => boolean;

/** HTML's white space alone: the source may be bytes, where another kind of blank is part of a character. */
const HREF = /[\t\n\f\r ]href[\t\n\f\r ]*=[\t\n\f\r ]*["']?[\t\n\f\r ]*([^"'\t\n\f\r >]*)/i;
/** An address that says by itself on which host it is, or leads nowhere. */
const ABSOLUTE = /^(?:https?:|\/|#|javascript:|$)/i;
const LEAST_STEM = 6;

/**
 * Pages of one article differ by a number behind the last part of their path: a link whose address is complete and has
 * not that part leads elsewhere. Undefined where that part says too little.
 */
export function pageLinks(url: string): LinkTest | undefined {
  if (url === '') return () => false;
  const { pathname } = new URL(url);
  const stem = pathname.slice(pathname.lastIndexOf('/') + 1).replace(/(?:[_-][01])?(?:\.[a-z]{1,6})?$/i, '');
  if (!/^[\w.-]+$/.test(stem) || stem.length < LEAST_STEM) return undefined;
  return (source) => {
    const href = HREF.exec(source)?.[1];
    return href !== undefined && (source.includes(stem) || !ABSOLUTE.test(href) || /[&\\]#|\\/.test(href));
  };
}
