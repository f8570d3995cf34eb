/**
 * What the man page says besides `--help`. English alone: npm puts the pages of a package into one place for all languages,
 * and the program itself never reads this.
 */
export const manPage = {
  name: 'turn news feeds into Markdown posts',
  description: [
    'Reads news feeds, takes each new article out of its page and writes it as a Markdown file with YAML front matter, for Hexo, Hugo, Jekyll, Astro, Eleventy, or none of them.',
    'An archive in the folder of the posts keeps which articles are known: a further run takes only what is new, writes no article twice, and leaves alone what a person has edited or deleted. An article that fails is tried again by later runs.',
    'Standard output carries data only: paths of written files, documents, or JSON. Everything for people goes to standard error.',
  ],
  titles: { name: 'NAME', synopsis: 'SYNOPSIS', description: 'DESCRIPTION', global: 'OPTIONS OF ALL COMMANDS', commands: 'COMMANDS', environment: 'ENVIRONMENT', files: 'FILES', exit: 'EXIT STATUS', examples: 'EXAMPLES' },
  /** Before the names of options that stand in full under another command. */
  alsoTakes: (command: string): string => `Also takes, as ${command} does:`,
  environment: {
    NEWS_SCRAPE_LANG: 'Language of help and messages, as with --lang.',
    'LC_ALL, LC_MESSAGES, LANG': 'The first that is set gives the language where nothing else does: Chinese for zh and what begins with it, English for all others.',
    'HTTP_PROXY, HTTPS_PROXY, NO_PROXY': 'Proxies for requests, and the hosts that are asked without one; in small letters too.',
    'NO_COLOR, FORCE_COLOR': 'Whether messages are in colour. Without them they are on a terminal.',
    TERM: 'With dumb, progress is told in plain lines.',
  },
  /** Of the variables that stand for options. */
  variables: 'The same as the option of that name without the first part, in small letters; an option on the command line counts more, the configuration less. A switch is true or false, a list has one value a line. For one run, --no- before the name of a switch turns it off.',
  files: {
    'news-scrape.yaml': 'Feeds and options, found upwards from the folder in which the program runs.',
    'dist/news-scrape.schema.json': 'In the folder of the package: the JSON Schema of that file, for editors.',
    '<out>/.news-scrape/archive.jsonl': 'The known articles of a folder, one a line; made to be committed with the posts.',
    '<out>/.news-scrape/feeds.jsonl': 'How far each feed was read.',
    '<out>/.news-scrape/runs.jsonl': 'The last runs, for stats and preview.',
    '<out>/.news-scrape/lock': 'There while a run holds the folder.',
  },
};
