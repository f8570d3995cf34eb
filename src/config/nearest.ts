import leven from 'leven';

/** The known word that a misspelt one most likely means. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({ name, distance: leven(word.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
  return ranked.find(({ name, distance }) => distance <= Math.ceil(Math.max(word.length, name.length) / 3))?.name;
}
