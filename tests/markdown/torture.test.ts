import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composePost } from '../../src/post/compose.js';
import { PROFILES } from '../../src/post/profiles/index.js';
import { TORTURE } from '../support/torture.js';
import { render, visibleLines } from './visible.js';

describe('text that looks like markup, in every place of an article', () => {
  it.each(PROFILES.map((profile) => [profile.id, profile] as const))('reads in a post for %s as it reads in the article', (_, profile) => {
    for (const { title, html } of TORTURE) {
      const article = { url: 'https://example.com/a', title, date: new Date(0), keywords: [], html, rule: 'x' };
      const { document } = composePost(article, { id: 'x', form: { profile, body: 'markdown' }, now: new Date(0) });
      const [, frontMatter = '', ...body] = document.split('---\n');
      expect(parse(frontMatter, { version: '1.1' })).toMatchObject({ title });
      expect(visibleLines(render(body.join('---\n'))).join(' '), title).toBe(visibleLines(html).join(' '));
    }
  });
});
