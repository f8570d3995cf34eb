import { Scalar } from 'yaml';
import { Quoted, Timestamp, type FrontMatterValue } from './value.js';

/** Characters that only an escape in double quotes can hold: some readers drop them or take them for line breaks. */
const UNQUOTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;

/** The value as the YAML library shall write it: single quotes where they can hold a quoted text, none around others. */
export function toNode(value: FrontMatterValue): unknown {
  if (typeof value === 'string') return styled(value, Scalar.PLAIN);
  if (value instanceof Quoted) return styled(value.text, Scalar.QUOTE_SINGLE);
  if (value instanceof Timestamp) return styled(value.text, Scalar.PLAIN);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(toNode);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toNode(inner)]));
}

function styled(text: string, style: Scalar.Type): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = UNQUOTABLE.test(text) ? Scalar.QUOTE_DOUBLE : style;
  return scalar;
}

const isList = (value: object): value is readonly FrontMatterValue[] => Array.isArray(value);
