import { posix } from 'node:path';
import { GENERATORS } from '../../markdown/dialect.js';
import { setting, textSetting } from '../config.js';
import { Timestamp } from '../value.js';
import { formatWallClock } from '../zone.js';
import type { ConfigFile, Profile } from './profile.js';
import { author, categories, comments, coverOrEmpty, date, title } from './values.js';

/** Settings that Hexo's configuration has and Jekyll's, a file of the same name, has not. */
export const HEXO_SETTINGS: readonly string[] = [
  'source_dir', 'public_dir', 'tag_dir', 'category_dir', 'archive_dir', 'code_dir', 'i18n_dir', 'skip_render', 'new_post_name',
  'default_layout', 'filename_case', 'render_drafts', 'post_asset_folder', 'relative_link', 'per_page', 'pagination_dir',
  'index_generator', 'titlecase', 'external_link', 'default_category', 'category_map', 'tag_map', 'syntax_highlighter', 'pretty_urls',
];

const is: ConfigFile['is'] = (config) => HEXO_SETTINGS.some((name) => setting(config, name) !== undefined);

/** The format of the seed document, byte for byte. `headimg` and `thumbnail` are what the theme Volantis shows. */
export const hexo: Profile = {
  id: 'hexo',
  name: 'Hexo',
  site: {
    configs: [{ path: '_config.yml', is }, { path: '_config.yaml', is }, { path: '_config.json', is }],
    package: 'hexo',
    zone: (config) => textSetting(config, 'timezone'),
  },
  folders: (config) => [`${textSetting(config, 'source_dir') ?? 'source'}/_posts`],
  keys: { title, categories, headimg: coverOrEmpty, author, comments, date, thumbnail: coverOrEmpty },
  // In a site with a zone Hexo takes every date for what the clock shows there, whatever offset stands in it.
  date: (instant, zone) => (zone === undefined ? instant.toUTCString() : new Timestamp(formatWallClock(instant, zone))),
  dialect: GENERATORS,
  excerpt: { mark: '<!-- more -->' },
  // Its own renderer puts the root in front of addresses in Markdown, and themes do so for those in the front matter.
  pictures: (config) => ({
    folder: `${textSetting(config, 'source_dir') ?? 'source'}/images`,
    inMarkdown: '/images',
    inHtml: posix.join(textSetting(config, 'root') ?? '/', 'images'),
    inFrontMatter: '/images',
  }),
};
