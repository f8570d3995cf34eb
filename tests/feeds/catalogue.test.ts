import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/feeds/catalogue.js';

const numbers = CATALOGUE.map(({ pageid, lid }) => `${pageid}/${lid}`);

describe('the catalogue', () => {
  it('has every channel that is alive and known from two sources, and no other', () => {
    const expected = [
      ...[2509, 2512, 2513, 2515, 2516, 2517, 2518, 2669].map((lid) => `153/${lid}`),
      ...[1686, 1687, 1688, 1689, 1690].map((lid) => `155/${lid}`),
      ...[1693, 1694, 1695, 1696, 1697].map((lid) => `164/${lid}`),
      ...[2487, 2519, 2671, 2672, 2673, 2674, 2675, 2676].map((lid) => `384/${lid}`),
      ...['186/1746', '204/22', '205/1789', '207/1795'],
    ];
    expect(numbers.toSorted()).toEqual(expected.toSorted());
  });

  it('names each channel once', () => {
    expect(new Set(numbers).size).toBe(CATALOGUE.length);
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
    expect(new Set(CATALOGUE.map(({ note }) => note)).size).toBe(CATALOGUE.length);
  });

  it('has ids that are easy to type and never look like a file or like numbers', () => {
    for (const { id } of CATALOGUE) expect(id).toMatch(/^sina\/[a-z]+(?:-[a-z]+)*$/);
  });

  it('writes the name of the domestic channel as blogs have it', () => {
    const china = CATALOGUE.find(({ id }) => id === 'sina/china');
    expect(china).toMatchObject({ pageid: 155, lid: 1686, name: '\u56FD\u5167' });
  });
});
