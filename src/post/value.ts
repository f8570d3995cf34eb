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

/** Characters that some readers drop or take for line breaks, and that writers of YAML and JSON leave as they are. */
const INVISIBLE = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** Text in double quotes with the escapes that YAML 1.1, YAML 1.2 and JSON share for them. */
export function quoteInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
