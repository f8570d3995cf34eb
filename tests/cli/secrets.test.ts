import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hideSecrets } from '../../src/hide.js';
import { financePage, pageUrl, rollAnswer } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';

const SECRET = 'hunter2';
const FEED = `${ROLL}&token=${SECRET}`;

const site = useSite();
const fetchFeed = (feed = FEED): ReturnType<typeof site.run> => site.run('fetch', feed, '--retries', '0', '--delay', '0', '--filename', '{feed}-{title}', '--log-file', 'log');
const textsOf = (): [string, string][] =>
  readdirSync(site.cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]);
const holders = (): string[] => textsOf().filter((file) => file.join('\n').includes(SECRET)).map(([name]) => name);

/** Puts the files of the state back to what earlier versions wrote. */
function writeSecretsBack(): void {
  for (const name of ['archive.jsonl', 'feeds.jsonl']) {
    const path = join(site.cwd, 'posts/.news-scrape', name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(hideSecrets(FEED), FEED).replaceAll('token=***', `token=${SECRET}`));
  }
}

describe('a token in the address of a feed', () => {
  it('stands in no file, and the feed is known again by it', async () => {
    site.rows = [{ id: 'a' }, { id: 'b' }];
    site.replies[pageUrl('b')] = { status: 503 };
    site.replies.roll = { headers: { etag: '"1"' }, body: rollAnswer(site.rows) };
    await fetchFeed();
    expect(holders()).toEqual([]);
    site.replies = { roll: site.replies.roll };
    const { stdout, stderr } = await fetchFeed();
    expect(stdout.split('\n').filter(Boolean)).toHaveLength(1);
    expect(stderr).toContain('1 written, 1 unchanged');
    expect(holders()).toEqual([]);
  });

  it('is another one than another token', async () => {
    site.rows = [{ id: 'a' }];
    await fetchFeed();
    await fetchFeed(FEED.replace(SECRET, 'other'));
    const marks = readFileSync(join(site.cwd, 'posts/.news-scrape/feeds.jsonl'), 'utf8');
    expect(new Set(marks.match(/"feed":"[^"]+"/g)).size).toBe(2);
  });

  it('is taken out of the files of earlier versions, whose articles are neither lost nor doubled', async () => {
    site.rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    site.replies[pageUrl('b')] = { status: 503 };
    await fetchFeed();
    writeSecretsBack();
    expect(holders().sort()).toEqual(['archive.jsonl', 'feeds.jsonl']);
    site.rows = [{ id: 'd' }];
    site.replies[pageUrl('b')] = financePage({ title: '标题b' });
    const { stderr } = await fetchFeed();
    expect(stderr).toContain('2 written');
    expect(readdirSync(join(site.cwd, 'posts')).filter((name) => name.endsWith('.md'))).toHaveLength(4);
    expect(holders()).toEqual([]);
    site.rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }];
    expect((await fetchFeed()).stdout).toBe('');
  });
});
