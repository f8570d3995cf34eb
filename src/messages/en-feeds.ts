/** What is said of lists of feeds, in English. */
export const enFeeds = {
  description: 'list the catalogue, or see to the feeds of the configuration',
  importDescription: 'note the feeds of a list in OPML in the configuration, its folders as groups; nothing is fetched',
  importArgument: 'file in OPML, or - for standard input',
  exportDescription: 'print the feeds of the configuration as a list in OPML 2.0',
  listTitle: 'Feeds of news-scrape',
  noOpml: (start: string): string => `it is no OPML; it begins with ${JSON.stringify(start)}`,
  cutOpml: 'it ends early',
  noFeeds: 'there is no feed in it',
  endlessOpml: (outlines: number, depth: number): string => `more than ${outlines} outlines, or more than ${depth} inside each other`,
  noted: (feed: string, name: string | undefined): string => `${feed}: ${name === undefined ? 'noted' : `noted as ${name}`}`,
  known: (feed: string): string => `${feed}: stands in the configuration already; passed over`,
  unusable: (address: string): string => `${address}: no http or https address; passed over`,
  notInOpml: (feed: string): string => `${feed}: not on the web; left out`,
  nothingNew: (file: string): string => `${file}: nothing to add; not changed`,
};
