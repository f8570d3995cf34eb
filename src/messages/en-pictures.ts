/** Why a picture is not kept, and what is said of those that are, in English. */
export const enPictures = {
  empty: 'nothing came',
  page: 'a web page or a drawing in XML came in its place',
  type: (type: string): string => `${type === '' ? 'an unknown type' : type.toUpperCase()}, not JPEG, PNG, GIF, WebP, AVIF or BMP`,
  spacer: (width: number, height: number): string => `only ${width} x ${height} pixels`,
  tooMany: 'the article has more pictures than are taken of one',
  missing: (title: string, message: string): string => `${title}: ${message} The post leads to its address; refresh tries again.`,
  pathUnreadable: (name: string, file: string, key: string): string =>
    `warning: ${file} computes ${key}, which ${name} alone can do: pictures are addressed as if the site had none. Write it there as a plain text to have it obeyed.`,
  notCopied: (folder: string): string =>
    `warning: the site's configuration does not copy ${folder}, so that the pictures will be missing. Add eleventyConfig.addPassthroughCopy('${folder}') there.`,
  needsDownload: '--image-max-width: needs --images download. Pictures that are only linked stay as they are.',
  needsSharp: '--image-max-width: needs the package sharp, which does not come along. Install it where you run the program (npm install sharp), or leave the option out.',
  needsFolder: '--images download: needs a folder for the pictures, which article and --stdout have not. Use link or html.',
};
