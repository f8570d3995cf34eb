/** A date and time to the minute, or a day in China as `YYYY-MM-DD`. */
export type PostDate = Date | string;

/**
 * The name of a post of which only title and date are known, for posts that this program has not written. Of the title
 * letters and digits count: tools leave different signs out. It is no name of an article, for titles repeat; only of one
 * that an adopted post stands for.
 */
export function postName(title: string, date: PostDate): string {
  const letters = title.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return `post ${typeof date === 'string' ? date : `${date.toISOString().slice(0, 16)}Z`} ${letters}`;
}
