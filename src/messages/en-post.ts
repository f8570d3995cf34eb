/** Options and warnings about the form of posts, in English. */
export const enPost = {
  profile: 'generator of the blog (default: as its configuration shows, else hexo)',
  body: 'markdown or html',
  images: 'link, download, html (tags without a referrer) or none (default: link)',
  imageMaxWidth: 'with --images download: make wider pictures that wide; needs the package sharp',
  template: "a Liquid template for the whole document, in place of the profile's",
  fields: 'more front matter, comma-separated: link, source, editor, keywords, description, updated, id',
  set: 'one more key in the front matter of every post (repeatable)',
  category: "category in place of the article's own (repeatable)",
  author: 'site, article, or a name (default: site)',
  comments: 'allow comments under the posts',
  noComments: 'allow none (default)',
  sourceLink: 'end each post with a line that names its medium and leads to the article',
  excerpt: 'put the mark that ends an excerpt after the Nth paragraph',
  headingFromBold: 'make headings of lines that are nothing but bold',
  noHeadingFromBold: 'leave them bold (default)',
  filename: 'file names from {date}, {title}, {slug}, {id} and {feed} (default: {date}-{title})',
  expectedBody: 'markdown or html',
  expectedOneOf: (words: readonly string[]): string => `one of ${words.join(', ')}`,
  expectedFields: (words: readonly string[]): string => `some of ${words.join(', ')}, separated by commas`,
  expectedSet: 'KEY=VALUE with a key of letters, digits, - and _; a value that begins with [, { or a quotation mark must be whole YAML',
  expectedText: 'a text',
  expectedWidth: 'a whole number of pixels from 16',
  expectedExcerpt: 'a whole number from 1',
  expectedFilename: (words: readonly string[]): string => `a name without folders, in braces nothing but ${words.map((word) => `{${word}}`).join(', ')}`,
  siteFound: (name: string, sign: string, profile: string): string =>
    `${name} site recognised by ${sign}: posts in the profile ${profile}. --profile chooses another one.`,
  htmlDropped: (option: string, name: string): string =>
    `${option} html: this ${name} site drops HTML from its posts. Set markup.goldmark.renderer.unsafe to true in its configuration, or leave the option out.`,
  htmlMayBeDropped: (name: string): string =>
    `warning: ${name} drops HTML from posts unless markup.goldmark.renderer.unsafe is true in the site's configuration.`,
  emptyTemplate: 'it writes nothing for an article',
  noExcerpt: (profile: string, others: readonly string[]): string =>
    `--excerpt: the profile ${profile} has no mark for excerpts; ${others.join(', ')} have one. Leave the option out.`,
};
