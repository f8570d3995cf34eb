import type { ArchiveLine } from './archive-lines.js';
import { NameTable, nameKey, nameText } from './name-table.js';
import { formatRecord, isPending, namesOf, type ArchiveRecord } from './record.js';

/** Reads the line that begins at this byte of the archive file. */
export type ReadAt = (offset: number) => ArchiveRecord;

/**
 * Records in the order in which their articles were first seen, found by any name of the article. What the file holds
 * stays in the file: of each line only its place and the keys of its names are kept.
 */
export class RecordIndex {
  private readonly names = new NameTable();
  /** Where each record's line begins; meaningless for those that have changed. */
  private readonly offsets: number[] = [];
  /** Records that are not, or no more, as their line says. */
  private readonly changed = new Map<number, ArchiveRecord>();
  /** Records that turned out to be of the same article as another one, which has taken them in. */
  private readonly united = new Map<number, number>();
  /** The feeds of articles that are to be tried again. */
  private readonly feeds = new Map<number, string>();

  constructor(private readonly readAt: ReadAt) {}

  /** Articles in the index. */
  get size(): number {
    return this.offsets.length - this.united.size;
  }

  find(id: string, aliases: readonly string[]): ArchiveRecord | undefined {
    for (const name of [id, ...aliases]) {
      const slot = this.slotOf(name);
      if (slot !== undefined) return this.record(slot);
    }
    return undefined;
  }

  *records(): Generator<ArchiveRecord> {
    for (const slot of this.offsets.keys()) if (!this.united.has(slot)) yield this.record(slot);
  }

  /** Articles of a feed that are to be tried again. */
  *pending(feed: string): Generator<ArchiveRecord> {
    for (const [slot, name] of [...this.feeds]) if (name === feed) yield this.record(slot);
  }

  /** Takes in a line of the file. Returns true if it is of an article that is there already. */
  load({ offset, keys, record }: ArchiveLine): boolean {
    if (keys.some((key) => this.names.has(key))) {
      const united = this.unite(record ?? this.readAt(offset));
      return united === undefined || this.enter(united);
    }
    const slot = this.offsets.push(offset) - 1;
    for (const key of keys) this.names.add(key, slot);
    if (record) this.notePending(slot, record);
    return false;
  }

  /** `record` with all that is known of its article under any of its names; undefined if it says nothing new. */
  unite(record: ArchiveRecord): ArchiveRecord | undefined {
    const known = this.slotsOf(record).map((slot) => this.record(slot));
    const united = [...known, record].reduce(unitePair);
    return known.length === 1 && known.every((old) => formatRecord(old) === formatRecord(united)) ? undefined : united;
  }

  /**
   * Enters a united record in the place of all that it unites.
   * @param offset where its line begins, if it has one
   * @returns true if there were any
   */
  enter(record: ArchiveRecord, offset?: number): boolean {
    const keys = namesOf(record).map((name) => nameKey(nameText(name)));
    const [known, ...others] = this.slotsOf(record);
    const slot = known ?? this.offsets.push(NaN) - 1;
    for (const other of others) this.takeIn(other, slot);
    for (const key of keys) if (this.names.find(key, (found) => this.resolve(found) === slot) === undefined) this.names.add(key, slot);
    this.notePending(slot, record);
    if (offset === undefined) this.changed.set(slot, record);
    else {
      this.changed.delete(slot);
      this.offsets[slot] = offset;
    }
    return known !== undefined;
  }

  private takeIn(other: number, slot: number): void {
    this.united.set(other, slot);
    this.changed.delete(other);
    this.feeds.delete(other);
  }

  private notePending(slot: number, record: ArchiveRecord): void {
    if (isPending(record)) this.feeds.set(slot, record.feed);
    else this.feeds.delete(slot);
  }

  private record(slot: number): ArchiveRecord {
    return this.changed.get(slot) ?? this.readAt(this.offsets[slot] ?? NaN);
  }

  /** Several, if the record tells that what had seemed two articles is one. */
  private slotsOf(record: ArchiveRecord): number[] {
    const slots = new Set(namesOf(record).flatMap((name) => this.slotOf(name) ?? []));
    return [...slots].sort((a, b) => a - b);
  }

  private slotOf(name: string): number | undefined {
    const hasName = (slot: number): boolean => namesOf(this.record(this.resolve(slot))).includes(name);
    const slot = this.names.find(nameKey(nameText(name)), hasName);
    return slot === undefined ? undefined : this.resolve(slot);
  }

  private resolve(slot: number): number {
    const into = this.united.get(slot);
    return into === undefined ? slot : this.resolve(into);
  }
}

/** The newer one wins, but the record of a written post is never lost to that of a failure. */
function unitePair(older: ArchiveRecord, newer: ArchiveRecord): ArchiveRecord {
  const winner = older.status === 'written' && newer.status !== 'written' ? older : newer;
  const names = new Set([...namesOf(winner), ...namesOf(older), ...namesOf(newer)]);
  names.delete(winner.id);
  return names.size > 0 ? { ...winner, aliases: [...names] } : winner;
}
