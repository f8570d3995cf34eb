/** Longer than any title; what is cut away has no place in a file name. */
const TITLE_LENGTH = 200;

/**
 * Loads the dictionary and gives the function that writes a title in lower-case Latin letters and digits, Chinese in
 * pinyin without tones, a dash between syllables: `重庆银行A股` is `chong-qing-yin-hang-a-gu`. Other scripts drop out.
 */
export async function loadSlug(): Promise<(title: string) => string> {
  const { pinyin } = await import('pinyin-pro');
  return (title) => {
    const syllables = pinyin(title.slice(0, TITLE_LENGTH), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
    const latin = syllables.join('-').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  };
}
