import { z } from 'zod';
import { configSchema } from '../config/schema.js';
import { fetchKeys } from './options/keys.js';

/**
 * The JSON Schema (draft 7, which editors know best) of the configuration file. It knows keys, types, and what may stand
 * together; what a value means (a selector, a date, a feed) only the program checks.
 */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema(fetchKeys(() => new Date())), { target: 'draft-7', io: 'input' });
}
