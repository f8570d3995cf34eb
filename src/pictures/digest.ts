import { createHash } from 'node:crypto';

/** The name of a picture that consists of these bytes, without folder and extension. */
export const pictureDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
