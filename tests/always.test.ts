import { describe, expect, it } from 'vitest';
import { thenAlways } from '../src/always.js';

const done: string[] = [];
const step = (name: string, error?: Error) => (): Promise<void> => {
  done.push(name);
  return error ? Promise.reject(error) : Promise.resolve();
};

describe('work and what has to be done after it', () => {
  it('gives the result of the work', async () => {
    expect(await thenAlways(() => Promise.resolve('result'), step('after'))).toBe('result');
  });

  it('fails with the failure of the work, when all is done', async () => {
    done.length = 0;
    await expect(thenAlways(step('work', new Error('first')), step('after'))).rejects.toThrow('first');
    expect(done).toEqual(['work', 'after']);
  });

  it('fails with that of the end', async () => {
    await expect(thenAlways(step('work'), step('after', new Error('second')))).rejects.toThrow('second');
  });

  it('forgets neither of two failures', async () => {
    const [first, second] = [new Error('first'), new Error('second')];
    await expect(thenAlways(step('work', first), step('after', second))).rejects.toMatchObject({ errors: [first, second] });
  });
});
