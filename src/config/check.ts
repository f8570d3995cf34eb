import { z } from 'zod';
import type { ConfigMistake } from '../error-params.js';
import { messages } from '../messages/messages.js';
import { nearest } from './nearest.js';
import type { OptionKey } from './option-key.js';
import type { ConfigDocument } from './yaml-document.js';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];

/** What was checked, and what it was checked against. */
export interface Checked {
  schema: Schema;
  document: ConfigDocument;
  /** All options of `fetch`; some may not stand everywhere. */
  keys: readonly OptionKey[];
}

/** The mistakes that a schema found in a document, each with its place and, for a misspelt key, the nearest one. */
export function mistakesOf(issues: readonly Issue[], checked: Checked): ConfigMistake[] {
  return issues.flatMap((issue) => mistakes(issue, checked, []));
}

function mistakes(issue: Issue, checked: Checked, base: Path): ConfigMistake[] {
  const path = [...base, ...issue.path];
  const { whereIs, whereAreKeys, value } = checked.document;
  const here = (text: string): ConfigMistake[] => [{ ...whereIs(path), text }];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const places = whereAreKeys(path);
      return issue.keys.map((key) => ({ ...(places.get(key) ?? whereIs(path)), text: unknownKey(key, keysAt(checked.schema, path), checked.keys) }));
    }
    case 'invalid_type': {
      const isMissing = valueAt(value, path) === undefined && path.length > 0;
      return here(isMissing ? messages.config.missingKey(String(path.at(-1))) : messages.config.wrongType(written(path), issue.expected));
    }
    case 'invalid_union':
      return noneOf(issue, checked, path);
    case 'invalid_key':
      return path.length > 0 ? [{ ...(whereAreKeys(path.slice(0, -1)).get(String(path.at(-1))) ?? whereIs(path)), text: messages.config.noName }] : here(messages.config.noName);
    case 'too_small':
      return here(issue.origin === 'array' ? messages.config.emptyList(written(path)) : issue.message);
    case 'too_big':
    case 'custom':
    case 'invalid_format':
      return here(issue.message);
    default:
      return here(messages.config.wrong(written(path)));
  }
}

/** What is wrong with a value that may have several forms, and has none of them. */
function noneOf({ errors }: z.core.$ZodIssueInvalidUnion, checked: Checked, path: Path): ConfigMistake[] {
  const { whereIs, value } = checked.document;
  const key = String(path.at(-1));
  const choices = checked.keys.find(({ name }) => name === key)?.choices;
  if (choices) return [{ ...whereIs(path), text: messages.config.badOption(key, JSON.stringify(valueAt(value, path)), messages.post.expectedOneOf(choices)) }];
  // The branch that took the value for its own knows what is wrong with it.
  const own = errors.find((branch) => branch.every((inner) => inner.code !== 'invalid_type' || inner.path.length > 0));
  if (own) return own.flatMap((inner) => mistakes(inner, checked, path));
  return [{ ...whereIs(path), text: messages.config.oneOf(written(path), errors.flat().flatMap(expectedBy)) }];
}

const expectedBy = (issue: Issue): string[] => (issue.code === 'invalid_type' ? [issue.expected] : []);

/** An option that has no place here is no misspelling. */
function unknownKey(key: string, known: readonly string[], options: readonly OptionKey[]): string {
  const option = options.find(({ name }) => name === key);
  if (option?.scope === 'no file' || option?.scope === 'command line') return messages.config.commandLineOnly(key);
  if (option && known.length > 0 && known.some((name) => options.some((other) => other.name === name))) return messages.config.runOnly(key);
  return messages.config.unknownKey(key, nearest(key, known), known);
}

/** A path as people write it: `rules[0].title`. */
function written(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./, '');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? new Map<PropertyKey, unknown>(Object.entries(at)).get(String(step)) : undefined), value);
}

/** The keys that the schema knows at a path. */
function keysAt(schema: Schema, path: Path): string[] {
  const at = path.reduce<Schema | undefined>((outer, step) => inside(outer && bare(outer), step), schema);
  const object = at && bare(at);
  return object instanceof z.core.$ZodObject ? Object.keys(object._zod.def.shape) : [];
}

function inside(schema: Schema | undefined, step: PropertyKey): Schema | undefined {
  if (schema instanceof z.core.$ZodArray) return schema._zod.def.element;
  if (schema instanceof z.core.$ZodRecord) return schema._zod.def.valueType;
  return schema instanceof z.core.$ZodObject ? schema._zod.def.shape[String(step)] : undefined;
}

/** What a schema asks of a value that is there; of several forms the map, which alone has keys. */
function bare(schema: Schema): Schema {
  if (schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodNullable) return bare(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options.find((option) => option instanceof z.core.$ZodObject) ?? schema;
  return schema;
}
