import { MASK, maskSecrets, namesSecret } from '../../mask.js';
import type { FetchOptions } from './fetch.js';

/** The value of an option in the form of a configuration. */
export type Written = string | number | boolean | readonly string[];

/**
 * Options as a configuration would give them, by the property of the command's options, for people to read: of a header
 * there is but its name and of a command but its program, since either may hold a secret anywhere.
 */
export function writtenOptions(options: FetchOptions): ReadonlyMap<string, Written> {
  const { since, maxAge, wait, fields, author, filename, header, set, onWritten, onFinish, ...plain } = options;
  const written: Record<string, Written | undefined> = {
    ...masked(plain),
    since: since?.toISOString(),
    maxAge: maxAge === undefined ? undefined : writtenPeriod(maxAge),
    wait: wait === Infinity ? true : wait,
    fields: fields?.map(({ name }) => name),
    author: author && ('is' in author ? author.is : author.name),
    filename: filename?.map(({ text, placeholder }) => (placeholder === undefined ? text : `${text}{${placeholder}}`)).join(''),
    header: header?.map(([name]) => `${name}: ${MASK}`),
    set: set?.map(writtenSetting),
    onWritten: onWritten && writtenCommand(onWritten),
    onFinish: onFinish && writtenCommand(onFinish),
  };
  return new Map(Object.entries(written).flatMap(([attribute, value]) => (value === undefined ? [] : [[attribute, value] as const])));
}

const UNITS = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000]] as const;

/** Milliseconds in the largest unit of which they are a whole number. */
function writtenPeriod(time: number): string {
  const [unit, size] = UNITS.find(([, length]) => time % length === 0) ?? UNITS[2];
  return `${time / size}${unit}`;
}

function masked(options: Readonly<Record<string, Written | undefined>>): Record<string, Written | undefined> {
  return Object.fromEntries(Object.entries(options).map(([attribute, value]) => [attribute, typeof value === 'string' ? maskSecrets(value) : value]));
}

function writtenSetting(setting: string): string {
  const [key = ''] = setting.split('=', 1);
  return namesSecret(key) ? `${key}=${MASK}` : maskSecrets(setting);
}

/** The first word of a command is taken apart at its blanks when it is read. */
function writtenCommand([program = '', ...words]: readonly string[]): readonly string[] {
  return [/\s/.test(program) ? JSON.stringify(program) : program, ...words.map(() => MASK)];
}
