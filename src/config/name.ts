const LONGEST = 60;

/** A title as the name of a feed or group: what a name cannot hold becomes a dash. Undefined if nothing is left. */
export function nameFrom(title: string): string | undefined {
  const name = title.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[._-]+/, '');
  const short = Array.from(name).slice(0, LONGEST).join('');
  return short.replace(/-$/, '') || undefined;
}

/** The name, with a number at its end if it is taken, which it is from now on. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${Array.from(name).slice(0, LONGEST - 6).join('')}-${number}`;
  taken.add(unique);
  return unique;
}
