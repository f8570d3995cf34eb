import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { beforeEach, expect, it } from 'vitest';
import { png } from '../support/bytes.js';
import { AT_ONCE } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { PAGE, ROLL, useSite } from '../support/site.js';

const site = useSite();

beforeEach(() => {
  writeFileSync(join(site.cwd, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', 'sharp'], { cwd: site.cwd });
  site.rows.push({ id: 'a1' });
  const pictures = ['wide', 'narrow', 'broken'].map((name) => `<p><img src="http://n.sinaimg.cn/${name}.png"></p>`).join('');
  site.replies[PAGE('a1')] = financePage({ title: '标题a1', text: `${'港口吞吐量本周再创新高。'.repeat(9)}</p>${pictures}<p>${'三号泊位恢复作业。'.repeat(9)}` });
  site.replies['http://n.sinaimg.cn/wide.png'] = { body: png(900, 600) };
  site.replies['http://n.sinaimg.cn/narrow.png'] = { body: png(300, 200) };
  site.replies['http://n.sinaimg.cn/broken.png'] = { body: png(800, 600).subarray(0, 60) };
});

it('with sharp, pictures wider than --image-max-width are made that wide, and the others stay as they are', async () => {
  const { code, stdout } = await site.run('fetch', ROLL, '--images', 'download', '--image-max-width', '400', '--json', ...AT_ONCE);
  expect(code).toBe(0);
  const folder = join(site.cwd, 'posts/images/a1');
  const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const sizes = stored.map((bytes) => imageSize(bytes)).map(({ type, width, height }) => `${type ?? ''} ${width} ${height}`);
  expect(sizes.sort()).toEqual(['png 300 200', 'png 400 267']);
  expect(stored.some((bytes) => bytes.equals(png(300, 200)))).toBe(true);
  expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ pictures: { stored: 2, missing: [{ url: 'http://n.sinaimg.cn/broken.png', reason: 'picture_unusable' }] } });
});
