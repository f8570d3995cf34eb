import { DEFAULT_PROFILE } from './profiles/index.js';
import type { Profile } from './profiles/profile.js';

export type BodyFormat = 'markdown' | 'html';

/** The form of the posts of a run: settled once, before anything is fetched. */
export interface PostForm {
  profile: Profile;
  body: BodyFormat;
  /** The time zone that the configuration of the site sets. */
  zone?: string | undefined;
}

/** A form without any wish. */
export const DEFAULT_FORM: PostForm = { profile: DEFAULT_PROFILE, body: 'markdown' };
