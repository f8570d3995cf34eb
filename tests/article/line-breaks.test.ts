import { expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.js';
import { financePage } from '../support/pages.js';

it('reads thousands of line breaks in a row as the end of one paragraph', () => {
  const text = '港口新泊位今起启用，吞吐能力再提高一成，运价不变，货主说等了很久。';
  const html = financePage({ title: '港口新泊位今起启用', text: `${text}${'<br>'.repeat(11_000)}${text}` });
  expect(extractArticle(html, { name: 'page', url: '' }).html).toBe(`<p>${text}</p>\n<p>${text}</p>`);
});
