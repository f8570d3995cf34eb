// Bundles the program with all it uses into `dist/`: two entries, and chunks that are loaded when they are needed.
// Beside them stand the types of the library in one file that needs those of no other package, the licences of what is
// in there and the schema of the configuration.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/** Packages whose index loads what nothing here calls, and that do not say where it counts that they are free of side effects. */
const WITHOUT_SIDE_EFFECTS = [
  { filter: /^(?:cheerio|entities)$/, importers: /./ },
  { filter: /^\.\/(?:generated\/)?[\w-]+\.js$/, importers: /\/node_modules\/entities\/lib\/esm\// },
];
/**
 * The parser of turndown's for strings (it is given nodes here), what encoding-sniffer decodes with (here `TextDecoder`
 * does), what xml2js writes XML with and commander starts other programs with (only our own code does), zod's messages in
 * forty languages, its compiler, its reader and writer of JSON schemas, and what undici offers beside HTTP/1.1
 * requests without a body. Of its two parsers the one is left that every processor can run; undici takes it where the
 * other cannot be had.
 */
const NEVER_CALLED = [
  { importers: /\/node_modules\//, filter: /^(?:@mixmark-io\/domino|iconv-lite|xmlbuilder|node:child_process)$/ },
  { importers: /\/node_modules\/zod\//, filter: /^(?:\.\.\/locales\/index|\.\/compile|\.\/from-json-schema|\.\.\/core\/json-schema-processors)\.js$/ },
  { importers: /\/node_modules\/undici\//, filter: /^\.\/lib\/(?:mock|cache|interceptor|web)\/./ },
  { importers: /\/node_modules\/undici\//, filter: /^\.\/lib\/(?:handler\/retry-handler|dispatcher\/(?:retry-agent|h2c-client|round-robin-pool|balanced-pool))$/ },
  { importers: /\/node_modules\/undici\//, filter: /^(?:\.\.\/web\/fetch\/body|\.\.\/llhttp\/llhttp_simd-wasm|\.\/client-h2)\.js$/ },
];

/** What needs nothing of `entities` but to decode HTML's, each with another version. */
const DECODES_ENTITIES = /\/node_modules\/(?:rss-parser|markdown-it|htmlparser2)\//;

/** Large, asked for by few, and loaded only then: whoever installs the package gets them beside it, the bundle stays small. */
const BESIDE = Object.keys(JSON.parse(await readFile('package.json', 'utf8')).dependencies);

const lean = {
  name: 'lean',
  setup({ onResolve, onLoad, resolve }) {
    // Of several tables of HTML's entities one is enough.
    onResolve({ filter: /^entities(?:\/decode)?$/ }, ({ importer }) => (DECODES_ENTITIES.test(importer) ? resolve('entities/decode', { kind: 'import-statement', resolveDir: 'node_modules/parse5' }) : undefined));
    for (const { filter, importers } of WITHOUT_SIDE_EFFECTS) {
      onResolve({ filter }, async ({ path: name, pluginData, ...from }) => {
        if (pluginData === 'resolved' || !importers.test(from.importer)) return undefined;
        return { ...(await resolve(name, { ...from, pluginData: 'resolved' })), sideEffects: false };
      });
    }
    for (const { filter, importers } of NEVER_CALLED) {
      onResolve({ filter }, ({ path: name, importer }) => (importers.test(importer) ? { path: name, namespace: 'never-called' } : undefined));
    }
    // The one thing of these that is made as soon as it is loaded.
    onLoad({ filter: /./, namespace: 'never-called' }, () => ({ contents: 'module.exports = { CacheStorage: class {} };' }));
  },
};

async function bundle() {
  const { metafile, outputFiles } = await build({
    entryPoints: ['src/cli/main.ts', 'src/index.ts'],
    entryNames: '[name]',
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    define: { 'import.meta.url': 'OWN_URL' },
    external: BESIDE,
    metafile: true,
    write: false,
    plugins: [lean],
  });
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist');
  // Node loads CommonJS in half the time of ES modules, and esbuild splits only the latter.
  await Promise.all(outputFiles.map(async (file) => writeFile(file.path, await toCommonJs(file.text))));
  await writeFile('dist/commonjs.js', await helpers());
  await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
  return metafile;
}

const COMMON_JS = { format: 'cjs', platform: 'node', target: 'node20.18', charset: 'utf8', minify: true, define: { OWN_URL: 'ownUrl' } };
/** The functions that esbuild puts in front of every CommonJS module: once is enough for all. */
const HELPERS = new RegExp(
  String.raw`^var .{0,300}?=Object\.prototype\.hasOwnProperty;var (?:(?<exports>ID)=\(ID,ID\)=>\{for\(var ID in ID\)ID\(ID,ID,\{get:ID\[ID\],enumerable:!0\}\)\},)?ID=\(ID,ID,ID,ID\)=>\{if.{0,200}?return ID\};var (?:(?<imports>ID)=\(ID,ID,ID\)=>.{0,200}?\),)?(?<marks>ID)=ID=>ID\(ID\(\{\},"__esModule",\{value:!0\}\),ID\);`.replaceAll('ID', String.raw`[\w$]+`),
);

async function toCommonJs(text) {
  const { code } = await transform(text, COMMON_JS);
  const ownUrl = text.includes('OWN_URL') ? 'const ownUrl=require("node:url").pathToFileURL(__filename).href;' : '';
  const named = (helpers) => Object.entries(helpers).flatMap(([name, own]) => (own === undefined ? [] : `${name}:${own}`));
  return ownUrl + code.replace(HELPERS, (...parts) => `const{${named(parts.at(-1))}}=require("./commonjs.js");`);
}

async function helpers() {
  const { code } = await transform('import all from "all"; export { all };', COMMON_JS);
  const { 0: functions, groups } = HELPERS.exec(code);
  return `${functions}module.exports={${Object.entries(groups).map(([name, own]) => `${name}:${own}`)}};\n`;
}

/** Writes what the options themselves give: the JSON Schema of the configuration, for editors, and the man page. */
async function writeDescriptions() {
  const script = path.resolve('dist/descriptions.mjs');
  await build({ entryPoints: ['src/man/descriptions.ts'], outfile: script, bundle: true, packages: 'external', format: 'esm', platform: 'node' });
  const { configJsonSchema, manPage } = await import(pathToFileURL(script).href);
  await writeFile('dist/news-scrape.schema.json', `${JSON.stringify(configJsonSchema())}\n`);
  await writeFile('dist/news-scrape.1', manPage());
  await rm(script);
}

/** The folders of the packages of which anything is in the bundle. */
function bundledPackages({ outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0));
  const folders = files.flatMap(([file]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** The licence of a package as its authors wrote it, apart from whose it is; most licences ask that both go with the code. */
async function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (!license) throw new Error(`${folder}: no licence is named. Bundle no such package.`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const by = typeof author === 'string' ? author : author?.name;
  const text = file ? await readFile(path.join(folder, file), 'utf8') : `Licence: ${license}${by ? `, by ${by}` : ''}`;
  const isOwner = (line) => /^\s*copyright\b/i.test(line);
  const [owners, terms] = [text.split('\n').filter(isOwner), text.split('\n').filter((line) => !isOwner(line))];
  return { title: [`${name} ${version} (${license})`, ...owners].join('\n'), terms: terms.join('\n').trim() };
}

const plain = ({ terms }) => terms.replace(/\s+/g, ' ');

/** Notices whose terms are the same word for word have them once. */
function joinNotices(notices) {
  const same = (notice) => (other) => plain(other) === plain(notice);
  const firsts = notices.filter((notice, index) => notices.findIndex(same(notice)) === index);
  return firsts.map((notice) => `${notices.filter(same(notice)).map(({ title }) => title).join('\n\n')}\n\n${notice.terms}\n`);
}

async function bundleTypes() {
  const types = await rollup({ input: 'src/index.ts', plugins: [dts()], external: /^[^./]/ });
  await types.write({ file: 'dist/index.d.ts', format: 'es' });
}

const notices = await Promise.all(bundledPackages(await bundle()).map(noticeOf));
await writeFile('dist/THIRD-PARTY-LICENSES.txt', ['This program contains these packages.\n', ...joinNotices(notices)].join(`\n${'-'.repeat(80)}\n\n`));
await bundleTypes();
await writeDescriptions();
