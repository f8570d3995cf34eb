import { randomInt } from 'node:crypto';

/** Feeds choose names: a seed of its own for each run lets nobody choose such that all fall on one place. */
const SEED = randomInt(2 ** 32);
const LOW = 2 ** 21;

/** The text of a name as it stands in a line: JSON without its quotes, its UTF-8 bytes read as Latin-1. */
export function nameText(name: string): string {
  if (/^[ !#-[\]-~]*$/.test(name)) return name;
  return Buffer.from(JSON.stringify(name).slice(1, -1)).toString('latin1');
}

/**
 * A number of 53 bits that stands for a name; equal for equal names, hardly ever for others.
 * @param text as `nameText` gives it
 */
export function nameKey(text: string): number {
  let high = SEED;
  let low = ~SEED;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // The prime of FNV-1a, and a multiplier of MurmurHash3
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 13;
  }
  high ^= high >>> 15;
  return (high >>> 0) * LOW + (low >>> 11);
}

/**
 * Numbers of records under the keys of their names, in a few large arrays: millions of names as strings in a Map would
 * take ten times the memory.
 */
export class NameTable {
  private keys = new Float64Array(1024);
  /** The record's number plus one; zero is an empty place. */
  private slots = new Uint32Array(1024);
  private size = 0;

  /** The first number under this key that `isWanted` accepts: rarely, two names have one key. */
  find(key: number, isWanted: (slot: number) => boolean): number | undefined {
    for (let place = this.placeOf(key); ; place = this.next(place)) {
      const slot = this.slots[place] ?? 0;
      if (slot === 0) return undefined;
      if (this.keys[place] === key && isWanted(slot - 1)) return slot - 1;
    }
  }

  has(key: number): boolean {
    return this.find(key, () => true) !== undefined;
  }

  add(key: number, slot: number): void {
    if (this.size * 3 >= this.slots.length * 2) this.grow();
    this.enter(key, slot + 1);
    this.size += 1;
  }

  private enter(key: number, value: number): void {
    let place = this.placeOf(key);
    while (this.slots[place] !== 0) place = this.next(place);
    this.keys[place] = key;
    this.slots[place] = value;
  }

  private grow(): void {
    const { keys, slots } = this;
    this.keys = new Float64Array(2 * keys.length);
    this.slots = new Uint32Array(2 * slots.length);
    for (let place = 0; place < slots.length; place += 1) {
      const value = slots[place] ?? 0;
      if (value !== 0) this.enter(keys[place] ?? 0, value);
    }
  }

  private placeOf(key: number): number {
    return Math.floor(key / LOW) & (this.slots.length - 1);
  }

  private next(place: number): number {
    return (place + 1) & (this.slots.length - 1);
  }
}
