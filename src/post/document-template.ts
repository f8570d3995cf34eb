import { Liquid, type LiquidError, type Template } from 'liquidjs';
import { NewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { DOCUMENT_SAMPLE, type DocumentValues } from './document-values.js';
import { quoteInvisible } from './value.js';

/** Writes the whole document of a post in the user's own form. */
export type DocumentTemplate = (values: DocumentValues) => string;

/** What a template may use for one post; none that is meant comes near. */
const LIMITS = { memoryLimit: 50_000_000, renderLimit: 20_000 };

/** Tags that bring other templates in. */
const OTHER_FILES = ['include', 'render', 'layout', 'block'];

/**
 * Reads a template in the language Liquid. It is tried on a sample at once, so that a mistake shows before anything is
 * fetched. Nothing in a template can run code or read files.
 * @param file for messages
 * @throws NewsScrapeError `template_invalid`; the function that is returned throws it too
 */
export function parseDocumentTemplate(file: string, text: string): DocumentTemplate {
  const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, preserveTimezones: true, ...LIMITS });
  for (const tag of OTHER_FILES) Reflect.deleteProperty(engine.tags, tag);
  // JSON is YAML, for readers of version 1.1 too.
  engine.registerFilter('yaml', (value: unknown) => quoteInvisible(JSON.stringify(value ?? null)));
  const parsed = guard(file, () => checked(engine.parse(text, file), file, engine));
  const render: DocumentTemplate = (values) => guard(file, () => oneEnd(String(engine.renderSync(parsed, values))));
  if (render(DOCUMENT_SAMPLE).trim() === '') throw new NewsScrapeError('template_invalid', { file, line: 1, detail: messages.post.emptyTemplate });
  return render;
}

/** A name that no article has would be noticed only where a branch of the template comes to it. */
function checked(templates: Template[], file: string, engine: Liquid): Template[] {
  for (const variable of Object.values(engine.analyzeSync(templates).globals).flat()) {
    const name = String(variable.segments[0]);
    if (!Object.hasOwn(DOCUMENT_SAMPLE, name)) throw new NewsScrapeError('template_invalid', { file, line: variable.location.row, detail: `undefined variable: ${name}` });
  }
  return templates;
}

function guard<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!isLiquidError(error)) throw error;
    const line = error.token.getPosition()[0] ?? 1;
    const detail = (error.originalError ?? error).message.replace(/, (?:file:|line:\d).*/s, '');
    throw new NewsScrapeError('template_invalid', { file, line, detail }, { cause: error });
  }
}

const isLiquidError = (error: unknown): error is LiquidError => error instanceof Error && 'token' in error;

const oneEnd = (document: string): string => `${document.trimEnd()}\n`;
