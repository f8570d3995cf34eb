import type { Command } from 'commander';
import { en } from '../../messages/en.js';
import type { BodyFormat } from '../../post/form.js';
import { PROFILE_IDS, PROFILES } from '../../post/profiles/index.js';
import type { Profile } from '../../post/profiles/profile.js';
import { invalid } from './invalid.js';

/** The form of a post. */
export interface PostOptions {
  profile?: Profile;
  body: BodyFormat;
}

export function addPostOptions(command: Command): Command {
  return command
    .option('--profile <name>', en.cli.profile, parseProfile)
    .option('--body <format>', en.cli.body, parseBody, 'markdown');
}

function parseProfile(value: string): Profile {
  const profile = PROFILES.find(({ id }) => id === value);
  if (!profile) throw invalid('--profile', value, en.cli.expectedProfile(PROFILE_IDS));
  return profile;
}

function parseBody(value: string): BodyFormat {
  if (value !== 'markdown' && value !== 'html') throw invalid('--body', value, en.cli.expectedBody);
  return value;
}
