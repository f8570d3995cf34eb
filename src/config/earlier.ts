import { isMap, isScalar, type Document } from 'yaml';
import { messages } from '../messages/messages.js';

/** A key at the top of the file that had another name until some version. */
interface Renamed {
  earlier: string;
  now: string;
  /** The version of the file that has the name of now. */
  since: number;
}

/**
 * What was different in earlier versions of the file. Version 1 had nothing but `rules`, which beside feeds, `include` and
 * `exclude` no longer tells what they are rules for.
 */
const RENAMED: readonly Renamed[] = [{ earlier: 'rules', now: 'site-rules', since: 2 }];

/** Something to be changed in a file, and the offset at which it stands. */
export interface Change {
  offset: number | undefined;
  text: string;
}

/** Gives a document of an earlier version the form of now, all in its place; says what a person should change in the file. */
export function modernize(document: Document): Change[] {
  const { contents } = document;
  if (!isMap(contents)) return [];
  return RENAMED.flatMap(({ earlier, now, since }) => {
    const pair = contents.items.find(({ key }) => isScalar(key) && key.value === earlier);
    if (!pair || !isScalar(pair.key)) return [];
    pair.key.value = now;
    return [{ offset: pair.key.range?.[0], text: messages.config.renamed(earlier, now, since) }];
  });
}
