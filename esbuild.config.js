// Bundles the program with all it uses into `dist/`: two entries, and chunks that are loaded when they are needed.
// Beside them stand the licences of what is in there and the schema of the configuration.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';

/** Cheerio's index loads an HTTP client for functions that nothing here calls, and does not say that it is free of side effects. */
const WITHOUT_SIDE_EFFECTS = /^cheerio$/;
/**
 * The parser of turndown's for strings (it is given nodes here), what encoding-sniffer decodes with (here `TextDecoder`
 * does), what xml2js writes XML with and commander starts other programs with (only our own code does), what undici offers
 * beside HTTP, and zod's messages in forty languages.
 */
const NEVER_CALLED = /^(?:@mixmark-io\/domino|iconv-lite|xmlbuilder|node:child_process|\.\/lib\/(?:mock|web\/(?:websocket|eventsource|cookies))\/.*|\.\.\/locales\/index\.js)$/;

const lean = {
  name: 'lean',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: WITHOUT_SIDE_EFFECTS }, async ({ path: name, pluginData, ...from }) => {
      if (pluginData === 'resolved') return undefined;
      return { ...(await resolve(name, { ...from, pluginData: 'resolved' })), sideEffects: false };
    });
    onResolve({ filter: NEVER_CALLED }, ({ path: name, importer }) => (/\bnode_modules\b/.test(importer) ? { path: name, namespace: 'never-called' } : undefined));
    onLoad({ filter: /./, namespace: 'never-called' }, () => ({ contents: 'module.exports = {};' }));
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
    metafile: true,
    write: false,
    plugins: [lean],
  });
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist');
  // Node loads CommonJS in half the time of ES modules, and esbuild splits only the latter.
  await Promise.all(outputFiles.map(async (file) => writeFile(file.path, await toCommonJs(file.text))));
  await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
  return metafile;
}

async function toCommonJs(text) {
  const define = { OWN_URL: 'ownUrl' };
  const banner = text.includes('OWN_URL') ? 'const ownUrl = require("node:url").pathToFileURL(__filename).href;' : '';
  const { code } = await transform(text, { format: 'cjs', platform: 'node', target: 'node20.18', charset: 'utf8', minify: true, define, banner });
  return code;
}

/** Writes the JSON Schema of the configuration, which the options themselves give, for editors. */
async function writeSchema() {
  const script = path.resolve('dist/schema.mjs');
  await build({ entryPoints: ['src/cli/config-json-schema.ts'], outfile: script, bundle: true, packages: 'external', format: 'esm', platform: 'node' });
  const { configJsonSchema } = await import(pathToFileURL(script).href);
  await writeFile('dist/news-scrape.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  await rm(script);
}

/** The folders of the packages of which anything is in the bundle. */
function bundledPackages({ outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0));
  const folders = files.flatMap(([file]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** The licence of a package as its authors wrote it; most licences ask that their text goes with the code. */
async function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (!license) throw new Error(`${folder}: no licence is named. Bundle no such package.`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const by = typeof author === 'string' ? author : author?.name;
  const text = file ? await readFile(path.join(folder, file), 'utf8') : `Licence: ${license}${by ? `, by ${by}` : ''}`;
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

const notices = await Promise.all(bundledPackages(await bundle()).map(noticeOf));
await writeFile('dist/THIRD-PARTY-LICENSES.txt', ['This program contains these packages.\n', ...notices].join(`\n${'-'.repeat(80)}\n\n`));
await writeSchema();
