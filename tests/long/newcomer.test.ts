import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenssl } from '../support/certificate.js';
import { startTodaysWeb, type TodaysWeb } from '../support/todays-web.js';

/** A copy of the sources without their history cannot be cloned. */
const isClone = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname }).status === 0;
const WALK = fileURLToPath(new URL('newcomer.sh', import.meta.url));

describe.skipIf(!hasOpenssl || !isClone)('a newcomer (skipped where openssl is not installed or this is no git checkout)', () => {
  let web: TodaysWeb;
  beforeAll(async () => {
    web = await startTodaysWeb();
  });
  afterAll(() => web.close());

  it('comes from a clone to a built Hexo page for each of three posts', async () => {
    const env = { ...process.env, NEWS_SCRAPE_PROXY: web.env.HTTP_PROXY, NODE_EXTRA_CA_CERTS: web.certificate.file };
    const { stdout } = await promisify(execFile)('bash', [WALK], { env });
    console.log(stdout);
    expect(stdout).toMatch(/^ *[\d.]+ s {2}in all\n10 posts of the demo, 3 pages in the blog\n$/m);
  });
});
