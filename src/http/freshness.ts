/**
 * Milliseconds for which an answer says that it holds (RFC 9111, 4.2): the max-age of Cache-Control, less the age that the
 * answer had in caches on its way. 0 if it says nothing, or has to be asked for anew each time.
 */
export function freshFor(cacheControl: string, age: string): number {
  if (/(?:^|[\s,])no-(?:cache|store)(?=$|[\s,])/i.test(cacheControl)) return 0;
  const seconds = /(?:^|[\s,])max-age="?(\d{1,10})/i.exec(cacheControl)?.[1];
  const spent = /^\d{1,10}$/.test(age) ? Number(age) : 0;
  return seconds === undefined ? 0 : Math.max(0, Number(seconds) - spent) * 1000;
}
