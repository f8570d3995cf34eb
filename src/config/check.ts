import leven from 'leven';
import { z } from 'zod';
import type { ConfigMistake } from '../error-params.js';
import { en } from '../messages/en.js';
import type { ConfigDocument } from './yaml-document.js';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];

/** The mistakes that a schema found in a document, each with its place and, for a misspelt key, the nearest one. */
export function mistakesOf(issues: readonly Issue[], schema: Schema, document: ConfigDocument): ConfigMistake[] {
  return issues.flatMap((issue) => mistakes(issue, schema, document, []));
}

function mistakes(issue: Issue, schema: Schema, document: ConfigDocument, base: Path): ConfigMistake[] {
  const path = [...base, ...issue.path];
  const { whereIs, whereAreKeys, value } = document;
  const here = (text: string): ConfigMistake[] => [{ ...whereIs(path), text }];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      const places = whereAreKeys(path);
      return issue.keys.map((key) => ({ ...(places.get(key) ?? whereIs(path)), text: en.config.unknownKey(key, nearest(key, known), known) }));
    }
    case 'invalid_type': {
      const isMissing = valueAt(value, path) === undefined && path.length > 0;
      return here(isMissing ? en.config.missingKey(String(path.at(-1))) : en.config.wrongType(written(path), issue.expected));
    }
    case 'invalid_union': {
      // The branch that took the value for its own knows what is wrong with it.
      const own = issue.errors.find((branch) => branch.every((inner) => inner.code !== 'invalid_type' || inner.path.length > 0));
      return own ? own.flatMap((inner) => mistakes(inner, schema, document, path)) : here(en.config.oneOrMore(written(path)));
    }
    case 'too_small':
      return here(en.config.emptyList(written(path)));
    case 'custom':
    case 'invalid_format':
      return here(issue.message);
    default:
      return here(en.config.wrong(written(path)));
  }
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
  return schema instanceof z.core.$ZodObject ? schema._zod.def.shape[String(step)] : undefined;
}

function bare(schema: Schema): Schema {
  return schema instanceof z.core.$ZodOptional ? bare(schema._zod.def.innerType) : schema;
}

/** The known key that a misspelt one most likely means. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({ name, distance: leven(key.toLowerCase(), name) })).sort((a, b) => a.distance - b.distance);
  return ranked.find(({ name, distance }) => distance <= Math.ceil(Math.max(key.length, name.length) / 3))?.name;
}
