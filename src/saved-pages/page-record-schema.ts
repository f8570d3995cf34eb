import { int, literal, object, string } from 'zod/mini';

/** The members of a `PageRecord`. */
export const pageRecord = object({
  format: literal(1),
  url: string(),
  requestedUrl: string(),
  status: int(),
  contentType: string(),
  fetchedAt: string(),
  version: string(),
});
