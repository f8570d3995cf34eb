import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Article } from '../../src/article/types.js';
import { composePost } from '../../src/post/compose.js';
import { PROFILES } from '../../src/post/profiles/index.js';
import type { Profile } from '../../src/post/profiles/profile.js';
import { CHINA, isZone } from '../../src/post/zone.js';

const IMAGE = 'https://n.sinaimg.cn/finance/cece9e13/20200514/343233024.png';
const NAMED = PROFILES.map((profile) => [profile.id, profile] as const);

const article: Article = {
  url: 'https://finance.sina.com.cn/china/2022-07-25/doc-imizmscv1234567.shtml',
  title: '公安部：推动国际执法合作打击电信网络诈骗',
  date: new Date('2022-07-25T02:54:50Z'),
  keywords: [],
  leadImage: IMAGE,
  html: '<p>正文</p>',
  rule: 'x',
};
const origin = { feed: {}, defaults: { title: '新浪财经－国內', categories: ['金融', '新浪财经'], author: '新浪财经' }, item: { url: article.url, title: article.title, categories: [] } };

function documentFor(profile: Profile, change: Partial<Article> = {}, zone?: string): string {
  return composePost({ ...article, ...change }, { id: 'x', origin, form: { profile, body: 'markdown', zone }, now: new Date(0) }).document;
}
const frontMatter = (profile: Profile, change: Partial<Article> = {}, zone?: string): string => documentFor(profile, change, zone).split('---\n').slice(0, 2).join('---\n') + '---\n';
const read = (yaml: string): Record<string, unknown> => parse(yaml.slice(4, -4), { version: '1.1' }) as Record<string, unknown>;

describe('the front matter of each profile', () => {
  it.each(NAMED)('%s is that of its example, byte for byte', (id, profile) => {
    expect(frontMatter(profile)).toBe(readFileSync(new URL(`../../fixtures/front-matter/${id}.yaml`, import.meta.url), 'utf8'));
  });

  it.each(NAMED)('%s has no key that takes over an address or a link of the generator', (_, profile) => {
    const taken = ['link', 'url', 'permalink', 'slug', 'content', ...(profile.id === 'jekyll' ? [] : ['layout'])];
    expect(Object.keys(profile.keys).filter((key) => taken.includes(key))).toEqual([]);
  });

  it.each(NAMED)('%s gives the title back to YAML 1.1 and 1.2 readers', (_, profile) => {
    for (const title of ['yes', '12:30', '1_000', '2022-07-25', `it's "both"`, '{% x %}: #', '\u0085\u2028']) {
      const block = frontMatter(profile, { title });
      for (const version of ['1.1', '1.2'] as const) expect(parse(block.slice(4, -4), { version })).toMatchObject({ title: composePost({ ...article, title }, { id: 'x', origin, now: new Date(0) }).title });
    }
  });

  it('leaves keys for a picture out where there is none, but for those that the format always has', () => {
    const bare = { ...origin, defaults: {} };
    const keys = (profile: Profile): string[] => Object.keys(read(composePost({ ...article, url: 'https://a.example/b', leadImage: undefined }, { id: 'x', origin: bare, form: { profile, body: 'markdown' }, now: new Date(0) }).document.split('---\n').slice(0, 2).join('---\n') + '---\n'));
    for (const profile of PROFILES) expect(keys(profile).filter((key) => /image|cover|thumb|img/.test(key)), profile.id).toEqual(profile.id === 'hexo' ? ['headimg', 'thumbnail'] : []);
  });
});

describe('the date', () => {
  const rows = [
    ['hexo', undefined, 'Mon, 25 Jul 2022 02:54:50 GMT'],
    ['hexo', 'Asia/Shanghai', '2022-07-25 10:54:50'],
    ['hexo', 'America/New_York', '2022-07-24 22:54:50'],
    ['hugo', undefined, '2022-07-25T10:54:50+08:00'],
    ['hugo', 'America/New_York', '2022-07-24T22:54:50-04:00'],
    ['jekyll', undefined, '2022-07-25 10:54:50 +0800'],
    ['jekyll', 'Asia/Kolkata', '2022-07-25 08:24:50 +0530'],
    ['eleventy', 'UTC', '2022-07-25T02:54:50+00:00'],
    ['astro', undefined, '2022-07-25T10:54:50+08:00'],
    ['obsidian', undefined, '2022-07-25T10:54:50'],
  ] as const;
  it.each(rows)('in %s with the site in %s is %s', (id, zone, expected) => {
    const profile = PROFILES.find((candidate) => candidate.id === id);
    expect(profile && frontMatter(profile, {}, zone)).toContain(`\ndate: ${expected}\n`);
  });

  it.each(NAMED.filter(([id]) => id !== 'obsidian'))('in %s names the same instant, in summer and in winter', (_, profile) => {
    for (const iso of ['2022-07-25T02:54:50.000Z', '2026-01-01T00:00:00.000Z']) {
      const { date } = read(frontMatter(profile, { date: new Date(iso) }));
      expect(new Date(date as string | Date).toISOString()).toBe(iso);
    }
  });

  it('knows zones by their names', () => {
    expect([CHINA, 'UTC', 'America/New_York', 'Asia/Nowhere', ''].filter(isZone)).toEqual([CHINA, 'UTC', 'America/New_York']);
  });
});
