import { isNewsScrapeError, type NewsScrapeError } from '../../src/errors.js';
import { parseFeed } from '../../src/feeds/parse.js';

/** Where the texts of these tests are said to come from. */
export const FEED_URL = 'https://example.com/news/feed';

/** The foreseen failure of reading a text as a feed. */
export async function failureOf(text: string): Promise<NewsScrapeError> {
  try {
    await parseFeed(text, FEED_URL);
  } catch (error) {
    if (isNewsScrapeError(error)) return error;
    throw error;
  }
  throw new Error('the text was read as a feed');
}
