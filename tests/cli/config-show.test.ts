import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseFeeds } from '../../src/cli/chosen-feeds.js';
import { fetchKeys } from '../../src/cli/options/keys.js';
import { showConfig } from '../../src/cli/shown-config.js';
import { parseConfig } from '../../src/config/parse.js';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';

const FILE = `defaults: {out: posts, quiet: true, proxy: "http://me:hunter2@127.0.0.1:1"}
groups:
  markets: {limit: 20, excerpt: 2}
feeds:
  - sina/china
  - feed: https://example.com/feed.xml?token=hunter2
    name: example
    group: markets
    limit: 7
    header: ["Cookie: session=hunter2"]
    set: ["api_key=hunter2", "x=1"]
  - ./feed.xml
`;

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
  writeFileSync(join(cwd, 'news-scrape.yaml'), FILE);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const show = (args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<CliResult> => runCli(['config', 'show', ...args], { cwd, env });

describe('config show', () => {
  it('tells people each value and where it comes from, and no secret', async () => {
    const { code, stdout, stderr } = await show(['example', '--retries', '1'], { NEWS_SCRAPE_BODY: 'html' });
    const file = join(cwd, 'news-scrape.yaml');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').map((line) => line.replace(/ {2,}/g, '  '))).toEqual(expect.arrayContaining([
      'the run',
      `  quiet  true  defaults  ${file}:1`,
      '  concurrency  4  built in',
      expect.stringMatching(/^example: https:\/\/example\.com\/feed\.xml\?token=\*\*\*#\w{8}$/) as string,
      `  out  ${join(cwd, 'posts')}  defaults  ${file}:1`,
      `  limit  7  feed  ${file}:9`,
      `  excerpt  2  group markets  ${file}:3`,
      '  body  html  NEWS_SCRAPE_BODY',
      '  retries  1  flag',
      `  header  ["cookie: ***"]  feed  ${file}:10`,
      `  set  ["api_key=***","x=1"]  feed  ${file}:11`,
      `  proxy  http://***@127.0.0.1:1/  defaults  ${file}:1`,
    ]));
    expect(stdout).not.toContain('hunter2');
    expect(stdout).not.toContain('sina/china');
  });

  it('tells scripts the same of all feeds as one object', async () => {
    const { code, stdout } = await show(['--json', '--retries', '1'], { NEWS_SCRAPE_BODY: 'html' });
    const file = join(cwd, 'news-scrape.yaml');
    expect(code).toBe(0);
    expect(stdout).not.toContain('hunter2');
    const shown = JSON.parse(stdout) as { file: string; feeds: { feed: string }[] };
    expect(shown).toMatchObject({
      file,
      run: { quiet: { value: true, from: { by: 'defaults', file, line: 1 } }, delay: { value: 200, from: { by: 'built-in' } } },
      feeds: [
        { feed: 'sina/china', options: { out: { value: join(cwd, 'posts') }, body: { value: 'html', from: { by: 'variable', variable: 'NEWS_SCRAPE_BODY' } } } },
        { name: 'example', options: { limit: { value: 7, from: { by: 'feed', file, line: 9 } }, excerpt: { from: { by: 'group', group: 'markets', file, line: 3 } }, retries: { value: 1, from: { by: 'flag' } } } },
        { feed: join(cwd, 'feed.xml') },
      ],
    });
    expect(shown).not.toHaveProperty('run.json');
  });

  it('takes a feed that the file does not know, also where there is no file, and nothing is fetched', async () => {
    rmSync(join(cwd, 'news-scrape.yaml'));
    const { code, stdout } = await show(['https://nowhere.invalid/feed']);
    expect([code, stdout.includes('\nhttps://nowhere.invalid/feed\n  body')]).toEqual([0, true]);
    expect(await show()).toMatchObject({ code: 2, stdout: '' });
  });

  it('refuses a broken file, naming the line', async () => {
    writeFileSync(join(cwd, 'news-scrape.yaml'), 'feeds: [sina/china]\ndefaults: {limt: 1}\n');
    expect(await show()).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('news-scrape.yaml:2:12: unknown key "limt"') as string });
  });
});

describe('every option is shown as a file would give it', () => {
  const keys = fetchKeys(() => new Date('2026-11-24T00:00:00Z'));
  const samples: Readonly<Record<string, unknown>> = {
    out: '/posts', 'max-age': '36h', include: ['银行', '/^a/i'], exclude: ['x'], lang: 'zh', since: '2026-11-20T00:00:00.000Z', profile: 'hugo', body: 'html', images: 'download', 'image-max-width': 800, template: '/t.liquid', fields: ['link', 'id'],
    set: ['a=1', 'b=c d'], category: ['金融', 'a b'], author: 'article', filename: '{date}-x-{slug}', wait: 60, 'save-page': '/pages', 'user-agent': 'x', header: ['accept: ***'],
    'cookie-file': '/cookies', proxy: 'http://127.0.0.1:1/', 'log-file': '/log', 'on-written': ['node', '***', '***'], 'on-finish': ['"two words"', '***'],
  };
  it.each(keys.filter(({ scope }) => ['feed', 'run'].includes(scope)).map((key) => [key.name, key] as const))('%s', (name, { takes, scope }) => {
    const value = samples[name] ?? (takes === 'switch' ? false : 5);
    const part = JSON.stringify({ [name]: value });
    const text = scope === 'run' ? `feeds: [sina/china]\ndefaults: ${part}` : `feeds:\n  - {feed: sina/china, ${part.slice(1)}`;
    const config = parseConfig({ file: '/c.yaml', text }, keys);
    const chosen = chooseFeeds([], config, { flags: new Map(), variables: new Map(), now: () => new Date() });
    const { run, feeds } = showConfig({ ...chosen, config, rules: [] }, () => new Date());
    const shown = scope === 'run' ? run : feeds[0]?.options;
    expect(shown?.[name]).toEqual({ value, from: { by: scope === 'run' ? 'defaults' : 'feed', file: '/c.yaml', line: 2 } });
  });
});
