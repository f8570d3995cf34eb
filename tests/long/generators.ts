import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { load } from 'cheerio/slim';
import { emptyFolder } from '../support/cli.js';

/** A blog generator and the small blog for it in `blogs/`. */
export interface Generator {
  id: string;
  /** Folder of the posts, as a path below the root. */
  posts: string;
  output: string;
  /** The command that builds the site, for `execFile`. */
  build: readonly [file: string, ...args: string[]];
  /** The line that sets a time zone, and the file that it belongs to; without it the generator knows no zone of a site. */
  zone?: { file: string; line: (zone: string) => string };
  /** The configuration, and what moves the site to `/blog` there, in each way that asks for other addresses of pictures. */
  config: string;
  moves: readonly ((config: string) => string)[];
}

/** What a reader finds on the page of a post. */
export interface Page {
  /** Name of the post's file. */
  file: string;
  title: string;
  /** The instant in the page's `<time>`. */
  date: Date;
  /** The time as it is shown. */
  shown: string;
  categories: string[];
  cover: string;
  /** Its own address below the root of the site. */
  path: string;
  /** HTML of the article. */
  html: string;
}

const NODE = process.execPath;

export const GENERATORS: readonly Generator[] = [
  { id: 'hexo', posts: 'source/_posts', output: 'public', build: [NODE, 'node_modules/hexo/bin/hexo', 'generate', '--bail'], zone: { file: '_config.yml', line: (zone) => `timezone: ${zone}` }, config: '_config.yml', moves: ['', 'relative_link: true\n', 'marked: {prependRoot: false}\n'].map((more) => (config: string) => `${config}root: /blog/\n${more}`) },
  { id: 'hugo', posts: 'content/posts', output: 'public', build: ['hugo', '--quiet'], zone: { file: 'hugo.toml', line: (zone) => `timeZone = "${zone}"` }, config: 'hugo.toml', moves: ['', 'canonifyURLs = true\n', 'relativeURLs = true\n'].map((more) => (config: string) => more + config.replace(/example\.com\/?/, 'example.com/blog/')) },
  { id: 'jekyll', posts: '_posts', output: '_site', build: ['jekyll', 'build', '--quiet', '--disable-disk-cache'], zone: { file: '_config.yml', line: (zone) => `timezone: ${zone}` }, config: '_config.yml', moves: [(config) => `${config}baseurl: /blog\n`] },
  { id: 'eleventy', posts: 'src/posts', output: 'public', build: [NODE, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'], config: 'eleventy.config.js', moves: [(config) => config.replace('return {', "return { pathPrefix: '/blog/',")] },
  // Astro wants a newer Node than this program does, and brings one along.
  { id: 'astro', posts: 'src/content/posts', output: 'dist', build: ['node_modules/node/bin/node', 'node_modules/astro/bin/astro.mjs', 'build'], config: 'astro.config.mjs', moves: [(config) => config.replace('{', "{ base: '/blog',")] },
];

/** Why a generator cannot be run here; undefined if it can. */
export function absence({ id, build: [file] }: Generator): string | undefined {
  if (file === NODE || file.includes('/')) return undefined;
  try {
    execFileSync(file, [id === 'hugo' ? 'version' : '--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return `${id} is not installed here`;
  }
}

/** A copy of the generator's blog, with its packages. */
export async function makeSite({ id }: Generator): Promise<string> {
  const site = emptyFolder();
  cpSync(fileURLToPath(new URL(`blogs/${id}`, import.meta.url)), site, { recursive: true });
  if (existsSync(join(site, 'package.json'))) await run('npm', ['ci', '--silent', '--no-audit', '--no-fund'], { cwd: site });
  return site;
}

/** Moves a site, which keeps its posts. */
export function moveSite(site: string, { id, config }: Generator, move: Generator['moves'][number]): void {
  const original = readFileSync(new URL(`blogs/${id}/${config}`, import.meta.url), 'utf8');
  writeFileSync(join(site, config), move(original));
}

export function setZone(site: string, { zone }: Generator, name: string): void {
  if (!zone) return;
  const file = join(site, zone.file);
  const line = `${zone.line(name)}\n`;
  if (!readFileSync(file, 'utf8').includes(line)) appendFileSync(file, line);
}

const run = promisify(execFile);

/** Builds a site on a machine in a time zone and reads the page of every post. */
export async function buildSite(site: string, { build: [file, ...args], output }: Generator, machineZone: string): Promise<Page[]> {
  for (const folder of [output, 'db.json', '.astro', 'node_modules/.astro']) rmSync(join(site, folder), { recursive: true, force: true });
  const env = { ...process.env, TZ: machineZone, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  await run(file.includes('/') && file !== NODE ? join(site, file) : file, args, { cwd: site, env, maxBuffer: 1e8 });
  const files = readdirSync(join(site, output), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  return files.flatMap((name) => readBlogPage(readFileSync(join(site, output, name), 'utf8'), `/${name}`));
}

function readBlogPage(html: string, path: string): Page[] {
  const $ = load(html);
  const article = $('article[data-file]');
  if (article.length === 0) return [];
  return [{
    file: article.attr('data-file')?.replace(/^.*\//, '') ?? '',
    title: $('h1').first().text(),
    date: new Date($('time').first().attr('datetime') ?? ''),
    shown: $('time').first().text(),
    categories: $('.category').toArray().map((element) => $(element).text()),
    cover: $('.cover').attr('src') ?? '',
    path,
    html: article.html() ?? '',
  }];
}
