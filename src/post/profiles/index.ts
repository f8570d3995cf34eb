import { astro } from './astro.js';
import { eleventy } from './eleventy.js';
import { hexo } from './hexo.js';
import { hugo } from './hugo.js';
import { PROFILE_IDS, type ProfileId } from './ids.js';
import { jekyll } from './jekyll.js';
import { obsidian } from './obsidian.js';
import { plain } from './plain.js';
import type { Profile } from './profile.js';

const BY_ID: Readonly<Record<ProfileId, Profile>> = { hexo, hugo, jekyll, astro, eleventy, obsidian, plain };

/** Every profile, the default first. */
export const PROFILES: readonly Profile[] = PROFILE_IDS.map((id) => BY_ID[id]);

export const DEFAULT_PROFILE: Profile = hexo;

export const profileOf = (id: ProfileId): Profile => BY_ID[id];
