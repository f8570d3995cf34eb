/** What may become of the pictures of an article. */
export const IMAGE_MODES = ['link', 'download', 'html', 'none'] as const;
export type ImageMode = (typeof IMAGE_MODES)[number];
