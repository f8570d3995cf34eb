import { Option } from 'commander';

/** An option that may be given several times; a configuration has a list for it. */
export class RepeatableOption<Value> extends Option {
  /** @param add the values so far and that of one more word */
  constructor(flags: string, description: string, add: (word: string, earlier?: readonly Value[]) => readonly Value[]) {
    super(flags, description);
    this.argParser((word: string, earlier: readonly Value[] | undefined) => add(word, earlier));
  }
}
