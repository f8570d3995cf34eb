/** What it took to get one thing, over all attempts and redirects; filled in by the client, also when it fails. */
export interface Cost {
  /** Requests sent, redirects included. */
  requests: number;
  /** Times that it was tried: 1, or more after failures that pass. Of several pages, the most that one of them was. */
  attempts: number;
  /** Bytes of all bodies as they came over the wire. */
  wireBytes: number;
  /** The same bytes after their content encodings were undone. */
  bytes: number;
  /** Time spent on requests and on waiting between attempts, without waiting for a turn at a host. */
  milliseconds: number;
}

export const newCost = (): Cost => ({ requests: 0, attempts: 0, wireBytes: 0, bytes: 0, milliseconds: 0 });

/** Adds what a part of something took to what the whole takes. */
export function addCost(whole: Cost, part: Cost): void {
  whole.requests += part.requests;
  whole.attempts = Math.max(whole.attempts, part.attempts);
  whole.wireBytes += part.wireBytes;
  whole.bytes += part.bytes;
  whole.milliseconds += part.milliseconds;
}
