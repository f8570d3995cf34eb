/** The package's own folder: the sources and the bundle in `dist/` both stand one level below it. */
export const PACKAGE_ROOT = new URL('../', import.meta.url);
