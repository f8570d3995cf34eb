/** Parameters that only tell a site where a reader came from. */
const TRACKING = /^(utm_\w+|spm|from|fr|cre|mod|loc|tj|tr|wm|vt|fbclid|gclid)$/;

/** An absolute http(s) address, or undefined for anything else (`javascript:`, `data:`, `mailto:`, a bare fragment). */
export function absoluteAddress(address: string | undefined, base: string | undefined): string | undefined {
  const trimmed = address?.trim() ?? '';
  if (trimmed === '' || trimmed.startsWith('#')) return undefined;
  try {
    const url = new URL(trimmed.startsWith('//') ? `https:${trimmed}` : trimmed, base === '' ? undefined : base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The address of a link without tracking parameters. */
export function linkAddress(address: string | undefined, base: string | undefined): string | undefined {
  const absolute = absoluteAddress(address, base);
  if (!absolute?.includes('?')) return absolute;
  const url = new URL(absolute);
  const tracked = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracked) url.searchParams.delete(name);
  return tracked.length > 0 ? url.href : absolute;
}
