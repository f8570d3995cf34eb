import { astro } from './astro.js';
import { eleventy } from './eleventy.js';
import { hexo } from './hexo.js';
import { hugo } from './hugo.js';
import { jekyll } from './jekyll.js';
import { obsidian } from './obsidian.js';
import { plain } from './plain.js';
import type { Profile } from './profile.js';

/** Every profile, the default first. */
export const PROFILES: readonly Profile[] = [hexo, hugo, jekyll, astro, eleventy, obsidian, plain];

export const DEFAULT_PROFILE: Profile = hexo;

export const PROFILE_IDS: readonly string[] = PROFILES.map(({ id }) => id);
