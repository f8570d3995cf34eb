import { FORMATTING } from './elements.js';
import { Uncertain, type Tag } from './tags.js';

/** So many more start tags than end tags; no page comes near, and parsers slow down with the square of it. */
const DEEPEST = 1000;

type Kind = 'formatting' | 'counted' | 'row' | 'cell';

/** What matters to a piece if it is open around it. At the borders of cells a parser sets formatting elements aside. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...Array.from(FORMATTING, (name): [string, Kind] => [name, 'formatting']),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'select', 'button'].map((name): [string, Kind] => [name, 'counted']),
  ...['table', 'tr', 'tbody', 'thead', 'tfoot', 'colgroup'].map((name): [string, Kind] => [name, 'row']),
  ...['td', 'th', 'caption', 'applet', 'marquee', 'object'].map((name): [string, Kind] => [name, 'cell']),
]);

/** What is open around the place that has been reached, as far as it could change how a piece of the page is read. */
export class OpenElements {
  private readonly counts = new Map<string, number>();
  private open = 0;
  private depth = 0;
  /** For each open table whether a cell of it is open. */
  private readonly inCell: boolean[] = [];
  private isLost = false;

  /** @throws Uncertain where elements are opened without end */
  pass({ kind: { name, isLeaf }, isEnd }: Tag): void {
    if (isEnd || !isLeaf) this.depth += isEnd ? -1 : 1;
    if (this.depth > DEEPEST) throw new Uncertain('elements without end');
    const kind = KINDS.get(name);
    if (kind === undefined) return;
    if (kind === 'row' || kind === 'cell') this.passTable(name, kind, isEnd);
    else this.count(name, isEnd);
  }

  /** @throws Uncertain if what is open here would change how a piece is read */
  checkFree(): void {
    if (this.isLost || this.open > 0 || this.inCell.at(-1) === false) throw new Uncertain('open elements around');
  }

  private count(name: string, isEnd: boolean): void {
    const before = this.counts.get(name) ?? 0;
    const isAlone = name === 'a' || name === 'nobr';
    const after = isEnd ? Math.max(0, before - 1) : isAlone ? 1 : before + 1;
    this.counts.set(name, after);
    this.open += after - before;
  }

  private passTable(name: string, kind: 'row' | 'cell', isEnd: boolean): void {
    if (this.open > 0) this.isLost = true;
    if (name === 'table' && !isEnd) this.inCell.push(false);
    else if (name === 'table') this.inCell.pop();
    else if (this.inCell.length > 0) this.inCell[this.inCell.length - 1] = kind === 'cell' && !isEnd;
  }
}
