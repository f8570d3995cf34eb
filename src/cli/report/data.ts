import { maskRecord } from '../../mask.js';
import type { RunEvent } from '../../run.js';
import type { DataRecord } from './records.js';

/** What goes to standard output: paths of written posts, or documents, or JSON. */
export interface DataOptions {
  stdout?: boolean;
  json?: boolean;
}

/** What standard output gets for an event of which scripts learn `record`; empty for most. */
export function dataOf(event: RunEvent, record: DataRecord | undefined, { stdout, json }: DataOptions): string {
  if (json) return record ? jsonLine(record) : '';
  if (record?.type !== 'article' || event.type !== 'article') return '';
  if (stdout) return event.document ?? '';
  return ['written', 'updated'].includes(record.status) && record.file !== undefined ? `${record.file}\n` : '';
}

export const jsonLine = (record: object): string => `${JSON.stringify(maskRecord(record))}\n`;
