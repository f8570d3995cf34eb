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
