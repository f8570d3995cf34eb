import { describe, it } from 'vitest';
import { checkFeed, checkPage } from './run.js';
import { FAULTS } from './table.js';

// The feed's side of what may befall both is in tests/long.
describe('a page', () => {
  it.concurrent.each(FAULTS.filter(({ page }) => page !== undefined))('with $name ends as $page, and all others arrive', checkPage);
});

describe('a feed', () => {
  it.concurrent.each(FAULTS.filter(({ page, feed }) => page === undefined && feed !== undefined))('with $name is told, and the other feed arrives', checkFeed);
});
