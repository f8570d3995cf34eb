import { Scalar } from 'yaml';

/** What a key of the front matter can hold. A text is written without quotes where every reader takes it for the same text. */
export type FrontMatterValue = string | number | boolean | null | Quoted | Timestamp | readonly FrontMatterValue[] | FrontMatterMap;

export interface FrontMatterMap {
  readonly [key: string]: FrontMatterValue;
}

/** A text in quotes, whether it needs them or not. */
export class Quoted {
  constructor(readonly text: string) {}
}

/** A point in time in a form that YAML 1.1 readers may take for one: written as it is. */
export class Timestamp {
  constructor(readonly text: string) {}
}

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
