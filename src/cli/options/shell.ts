import { SHELLS, type Shell } from '../../completion/shells.js';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';

export function parseShell(value: string): Shell {
  const shell = SHELLS.find((known) => known === value);
  if (!shell) throw invalid('completion', value, messages.post.expectedOneOf(SHELLS));
  return shell;
}
