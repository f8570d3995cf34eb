import { describe, it } from 'vitest';
import { checkFeed } from './run.js';
import { FAULTS } from './table.js';

describe('a feed', () => {
  it.concurrent.each(FAULTS.filter(({ page, feed }) => page !== undefined && feed !== undefined))('with $name is told, and the other feed arrives', checkFeed);
});
