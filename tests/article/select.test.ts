import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { elementsOf, indexSelectors } from '../../src/article/select.js';
import { RULES } from '../../src/article/rules/index.js';
import { readLabels, readPage } from '../support/labels.js';

// Every fifth page, since Cheerio takes its time.
const pages = readLabels().filter((_, index) => index % 5 === 0).map((label) => load(readPage(label).toString('utf8')));
const selectors = [...new Set(RULES.flatMap(({ when, body, remove = [] }) => [...when, body, ...remove]))];

describe('selectors of rules', () => {
  it('find on every page what Cheerio finds', () => {
    for (const $ of pages) for (const selector of selectors) expect(elementsOf($, selector)).toEqual($(selector).get());
  });

  it('name an element when one of them is true of it', () => {
    const nameOf = indexSelectors(selectors);
    for (const $ of pages) {
      for (const element of elementsOf($, '*')) {
        expect(nameOf(element)).toBe(selectors.find((selector) => $(element).is(selector)));
      }
    }
  });
});
