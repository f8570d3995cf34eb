/**
 * The object that a script assigns to `name`, as JSON with the deviations that templates produce: `\'` and `\x27`, raw
 * line breaks in strings, commas before a closing bracket. Undefined for anything else.
 */
export function objectInScript(script: string, name: string): unknown {
  const assignment = new RegExp(`\\b${name}\\s{0,9}=\\s{0,9}(?=\\{)`).exec(script);
  if (!assignment) return undefined;
  const start = assignment.index + assignment[0].length;
  try {
    return JSON.parse(toJson(script.slice(start, endOfObject(script, start))));
  } catch {
    return undefined;
  }
}

/** Where the object ends that begins at `start`: brackets in its strings do not count. */
function endOfObject(script: string, start: number): number {
  const parts = /"(?:[^"\\]|\\.)*(?:"|$)|[{}]/gs;
  parts.lastIndex = start;
  let depth = 0;
  for (let part = parts.exec(script); part; part = parts.exec(script)) {
    if (part[0] === '{') depth += 1;
    if (part[0] === '}') depth -= 1;
    if (depth === 0) return parts.lastIndex;
  }
  return script.length;
}

/** Pairs of a backslash and what it escapes are passed over together, so that `\\'` keeps its backslash. */
function toJson(text: string): string {
  const strict = text.replace(/\\x([0-9a-f]{2})|\\'|\\.|\p{Cc}/giu, (found, hex?: string) => {
    if (hex !== undefined) return `\\u00${hex}`;
    if (found === "\\'") return "'";
    return found.length === 1 ? ' ' : found;
  });
  return strict.replace(/,(?=\s{0,99}[}\]])/g, '');
}

/** A member of an object that came from elsewhere. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

/** A text that is a member of an object that came from elsewhere; empty for anything else. */
export function textMember(value: unknown, name: string): string {
  const text = member(value, name);
  return typeof text === 'string' ? text.trim() : '';
}
