import type { Command } from 'commander';
import { en } from '../../messages/en.js';
import { IMAGE_MODES, type ImageMode } from '../../post/image-modes.js';
import { invalid } from './invalid.js';

/** What becomes of the pictures of an article. */
export interface ImageOptions {
  images?: ImageMode;
}

export function addImageOptions(command: Command): Command {
  return command.option('--images <how>', en.post.images, parseImages);
}

function parseImages(value: string): ImageMode {
  const mode = IMAGE_MODES.find((known) => known === value);
  if (!mode) throw invalid('--images', value, en.post.expectedOneOf(IMAGE_MODES));
  return mode;
}
