import { en } from './en.js';

/** All sentences of one language. English is the measure: what it has, every other one must have. */
export type Catalogue = typeof en;

/** The sentences in the language of this process; English until `speak` says otherwise. */
export let messages: Catalogue = en;

/** Makes all further messages those of a catalogue. For the program's own start; a library leaves its language as it is. */
export function speak(catalogue: Catalogue): void {
  messages = catalogue;
}
