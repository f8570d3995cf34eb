import { processIo } from '../cli/io.js';
import { complete, createProgram } from '../cli/program.js';
import { VERSION } from '../version.js';
import { formatManPage } from './page.js';

export { configJsonSchema } from '../cli/config-json-schema.js';

/** The man page of this very program. For the build alone. */
export function manPage(): string {
  const program = createProgram(VERSION, processIo(new AbortController().signal), () => undefined);
  program.commands.forEach(complete);
  return formatManPage(program, VERSION);
}
