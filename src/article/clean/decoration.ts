/** Folders of pictures that belong to layouts and editors, never to an article. */
export const FOLDERS: readonly { host: RegExp; path: RegExp }[] = [
  // Blog layouts: the transparent placeholder of lazy pictures, share and reading buttons.
  { host: /^simg\.sinajs\.cn$/, path: /^/ },
  // Faces of the blog editor.
  { host: /^www\.sinaimg\.cn$/, path: /^\/uc\/myshow\/blog\/misc\// },
  // Channel layouts: icons, banners, mobile phone signs.
  { host: /(?:^|\.)sinaimg\.cn$/, path: /\/deco\// },
  // Placeholders of the mobile pages and the picture for sharing them.
  { host: /^n\.sinaimg\.cn$/, path: /^\/default\// },
  // Portraits of accounts.
  { host: /^tva\d\.sinaimg\.cn$/, path: /^\/crop\./ },
  { host: /^tp\d\.sinaimg\.cn$/, path: /^/ },
  // Weibo's and WeChat's faces.
  { host: /^(?:img\.t|face\.t|rs)\.sinajs\.cn$/, path: /^/ },
  { host: /^h5\.sinaimg\.cn$/, path: /^\/m\/emoticon\// },
  { host: /^res\.wx\.qq\.com$/, path: /^\/mpres\// },
  // Counters.
  { host: /^beacon\.sina\.com\.cn$/, path: /^/ },
];

/** Files that stand in for a picture until a script has fetched it, or in front of nothing. */
const PLACEHOLDERS = /\/(?:1x1|1px|blank|clear|dot|gr[ae]y|lazy(?:load)?|loading|nopic|none|pixel|placeholder|space|spacer|trans(?:parent)?|white)(?:[-_]?\d{1,4})?\.(?:gif|jpe?g|png|svg|webp)$/i;
const CLASSES = /(?:^|[\s_-])(?:qr-?code|avatar|emoji|emoticon|smiley|logo|icon)(?:$|[\s_-])/i;
const NAMES = /^(?:(?:扫描|扫码|微信|官方|公众号|关注){0,3}二维码|logo|头像|广告)$/i;

/** True for a picture that its address, its class or its whole description shows to be none of the article's. */
export function isDecoration({ hostname, pathname }: URL, attribs: Readonly<Record<string, string>>, folders = FOLDERS): boolean {
  if (folders.some(({ host, path }) => host.test(hostname) && path.test(pathname)) || PLACEHOLDERS.test(pathname)) return true;
  return CLASSES.test(attribs.class ?? '') || NAMES.test((attribs.alt ?? '').trim());
}
