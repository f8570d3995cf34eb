import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Article } from '../../src/article/types.js';
import { isNewsScrapeError, type NewsScrapeError } from '../../src/errors.js';
import { composePost } from '../../src/post/compose.js';
import { parseDocumentTemplate } from '../../src/post/document-template.js';
import { DEFAULT_FORM } from '../../src/post/form.js';

const article: Article = { url: 'https://a.example/1', title: `it's "x": #1\u2028`, date: new Date('2022-07-25T02:54:50Z'), keywords: ['甲', '乙'], html: '<p>正文{{ x }}</p>', rule: 'x' };
function documentOf(template: string, change: Partial<Article> = {}): string {
  return composePost({ ...article, ...change }, { id: 'x', form: { ...DEFAULT_FORM, template: parseDocumentTemplate('my.liquid', template) }, now: new Date(0) }).document;
}
function failureOf(work: () => unknown): NewsScrapeError<'template_invalid'> {
  try {
    work();
  } catch (error) {
    if (isNewsScrapeError(error, 'template_invalid')) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a template of the user\'s', () => {
  it('writes the whole document', () => {
    const text = documentOf('---\ntitle: {{ title | yaml }}\ntags: {{ keywords | yaml }}\neditor: {{ editor | yaml }}\nday: {{ date | date: "%Y/%m/%d %H:%M" }}\n---\n{% if editor %}{{ editor }}{% endif %}{{ body }}\n\n\n');
    expect(text).toMatch(/^---\n[^]*\n---\n正文&#123;&#123; x &#125;&#125;\n$/);
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(text.split('---\n')[1] ?? '', { version })).toEqual({ title: `it's "x": #1`, tags: ['甲', '乙'], editor: null, day: '2022/07/25 10:54' });
    }
  });

  it('may use the front matter of the profile', () => {
    expect(documentOf('{{ front_matter }}\n# {{ title }}\n\n{{ body }}')).toMatch(/^---\ntitle: .*\n[^]*---\n\n# it's "x": #1\n\n正文/);
  });

  it.each([
    ['an unknown name, even where no article comes', 'a\n{% if editor == "nobody" %}\n{{ titel }}{% endif %}', 3, 'undefined variable: titel'],
    ['an unknown filter', 'a\n{{ title | shout }}', 2, 'undefined filter: shout'],
    ['an unknown tag', '{% foo %}', 1, 'tag "foo" not found'],
    ['a tag that does not end', '\n\n{% if title %}', 3, 'not closed'],
    ['a file', '{% render "/etc/passwd" %}', 1, 'tag "render" not found'],
    ['a member that no text has', '{{ title.constructor }}', 1, 'title.constructor'],
    ['nothing to write', '{% if title == "" %}x{% endif %}\n', 1, 'it writes nothing'],
    ['a loop without end', '{% for i in (1..900000000) %}{{ i }}{% endfor %}', 1, 'limit exceeded'],
  ])('that has %s is refused at once, with file and line', (_, template, line, words) => {
    const { params, message } = failureOf(() => parseDocumentTemplate('my.liquid', template));
    expect(params).toMatchObject({ file: 'my.liquid', line });
    expect(params.detail).toContain(words);
    expect(message).toContain(`my.liquid, line ${line}: `);
  });

  it('that fails on one article says so', () => {
    expect(failureOf(() => documentOf('{{ source.length.x }}')).params.line).toBe(1);
  });
});
