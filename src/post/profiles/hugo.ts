import { posix } from 'node:path';
import { HUGO } from '../../markdown/dialect.js';
import { setting, textSetting, type Config } from '../config.js';
import { Timestamp } from '../value.js';
import { formatIso } from '../zone.js';
import { configs, pathOf, type ConfigFile, type Profile } from './profile.js';
import { author, categories, comments, cover, coverImage, coverList, date, title } from './values.js';

const is: ConfigFile['is'] = (config, names) => setting(config, 'baseURL') !== undefined || names.includes('archetypes');

/** Before version 0.110 the file was called `config`, as those of many programs are. */
const namesOf = (file: string): string[] => ['toml', 'yaml', 'yml', 'json'].map((extension) => `${file}.${extension}`);

/** A setting that each language of a site may have for itself. */
function ofLanguage(config: Config, key: string): string | undefined {
  const language = textSetting(config, 'defaultContentLanguage') ?? 'en';
  return textSetting(config, 'languages', language, key) ?? textSetting(config, key);
}

/** `images` is what Hugo's own templates read, the other keys for pictures are those of its themes. */
export const hugo: Profile = {
  id: 'hugo',
  name: 'Hugo',
  site: {
    configs: [
      ...configs(...namesOf('hugo'), ...namesOf('config/_default/hugo'), ...namesOf('config/_default/config')),
      ...namesOf('config').map((path): ConfigFile => ({ path, is, isCommonName: true })),
    ],
    zone: (config) => ofLanguage(config, 'timeZone'),
  },
  folders: (config) => ['posts', 'post', 'blog'].map((section) => `${ofLanguage(config, 'contentDir') ?? 'content'}/${section}`),
  keys: { title, date, categories, author, comments, images: coverList, cover: coverImage, image: cover, featured_image: cover },
  date: (instant, zone) => new Timestamp(formatIso(instant, zone)),
  keepsHtml: (config) => setting(config, 'markup', 'goldmark', 'renderer', 'unsafe') === true,
  dialect: HUGO,
  excerpt: { mark: '<!--more-->' },
  extraKeys: { updated: 'lastmod' },
  pictures: ({ config }) => {
    const whole = posix.join(pathOf(textSetting(config, 'baseURL') ?? ''), 'images');
    // Both make addresses in the finished pages begin at the site's own root.
    const inPage = ['canonifyURLs', 'relativeURLs'].some((name) => setting(config, name) === true) ? '/images' : whole;
    return { folder: `${staticFolder(config)}/images`, inMarkdown: inPage, inHtml: inPage, inFrontMatter: whole };
  },
};

function staticFolder(config: Config): string {
  const folder = setting(config, 'staticDir');
  const first: unknown = Array.isArray(folder) ? folder[0] : folder;
  return typeof first === 'string' && first !== '' ? first : 'static';
}
