/** What `--profile` takes, the default first. */
export const PROFILE_IDS = ['hexo', 'hugo', 'jekyll', 'astro', 'eleventy', 'obsidian', 'plain'] as const;

export type ProfileId = (typeof PROFILE_IDS)[number];
