import { formatRecord, type ArchiveRecord } from './record.js';

/** Records in the order in which their articles were first seen, found by any name of the article. */
export class RecordIndex {
  private readonly slots: (ArchiveRecord | undefined)[] = [];
  private readonly slotOf = new Map<string, number>();

  find(id: string, aliases: readonly string[]): ArchiveRecord | undefined {
    for (const name of [id, ...aliases]) {
      const slot = this.slotOf.get(name);
      if (slot !== undefined) return this.slots[slot];
    }
    return undefined;
  }

  *records(): Generator<ArchiveRecord> {
    for (const record of this.slots) if (record) yield record;
  }

  /** `record` with all that is known of its article under any of its names; undefined if it says nothing new. */
  unite(record: ArchiveRecord): ArchiveRecord | undefined {
    const known = this.slotsOf(record).flatMap((slot) => this.slots[slot] ?? []);
    const united = [...known, record].reduce(unitePair);
    return known.length === 1 && known.every((old) => formatRecord(old) === formatRecord(united)) ? undefined : united;
  }

  /**
   * Enters a united record in the place of all that it unites.
   * @returns true if there were any
   */
  enter(record: ArchiveRecord): boolean {
    const [slot = this.slots.length, ...others] = this.slotsOf(record);
    const isKnown = slot < this.slots.length;
    this.slots[slot] = record;
    for (const other of others) this.slots[other] = undefined;
    for (const name of namesOf(record)) this.slotOf.set(name, slot);
    return isKnown;
  }

  /** Several, if the record tells that what had seemed two articles is one. */
  private slotsOf(record: ArchiveRecord): number[] {
    const slots: number[] = [];
    for (const name of namesOf(record)) {
      const slot = this.slotOf.get(name);
      if (slot !== undefined && !slots.includes(slot)) slots.push(slot);
    }
    return slots.sort((a, b) => a - b);
  }
}

const namesOf = ({ id, aliases = [] }: ArchiveRecord): string[] => [id, ...aliases];

/** The newer one wins, but the record of a written post is never lost to that of a failure. */
function unitePair(older: ArchiveRecord, newer: ArchiveRecord): ArchiveRecord {
  const winner = older.status === 'written' && newer.status !== 'written' ? older : newer;
  const names = new Set([...namesOf(winner), ...namesOf(older), ...namesOf(newer)]);
  names.delete(winner.id);
  return names.size > 0 ? { ...winner, aliases: [...names] } : winner;
}
