import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from './package-root.js';

const description = readDescription();

/** The version that package.json gives. */
export const VERSION = description.version;
/** The program's own page, where package.json names one. */
export const HOMEPAGE: string | undefined = description.homepage;

function readDescription(): { version: string; homepage?: string } {
  const value: unknown = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8'));
  const { version, homepage }: { version?: unknown; homepage?: unknown } = typeof value === 'object' && value !== null ? value : {};
  return { version: String(version), ...(typeof homepage === 'string' && { homepage }) };
}
