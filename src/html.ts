const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const CHARACTERS: ReadonlyMap<string, string> = new Map(Object.entries(ENTITIES).map(([character, entity]) => [entity, character]));

/** What `escapeHtml` wrote, as text. */
export function unescapeHtml(html: string): string {
  return html.replace(/&(?:lt|gt|quot|amp);/g, (entity) => CHARACTERS.get(entity) ?? entity);
}

/** Text as HTML, for element content and for attribute values in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
