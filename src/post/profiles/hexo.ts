import { posix } from 'node:path';
import { GENERATORS } from '../../markdown/dialect.js';
import { setting, textSetting, type Config, type SiteFacts } from '../config.js';
import { Timestamp } from '../value.js';
import { formatWallClock } from '../zone.js';
import { pathOf, type ConfigFile, type Profile } from './profile.js';
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
  // Some renderers put the root in front of addresses in Markdown, and themes do so for those in the front matter.
  pictures: (site) => {
    const whole = posix.join(rootOf(site.config), 'images');
    return { folder: `${textSetting(site.config, 'source_dir') ?? 'source'}/images`, inMarkdown: addsRoot(site) ? '/images' : whole, inHtml: whole, inFrontMatter: '/images' };
  },
};

/** The path under which a site lives. */
const rootOf = (config: Config): string => textSetting(config, 'root') ?? pathOf(textSetting(config, 'url') ?? '');

/** Whether the renderer of a site's Markdown puts the root in front of addresses that begin with a slash. */
function addsRoot({ config, packages }: SiteFacts): boolean {
  if (packages.includes('hexo-renderer-markdown-it')) return ['prepend_root', 'post_asset'].some((name) => setting(config, 'markdown', 'images', name) === true);
  const isMarked = packages.includes('hexo-renderer-marked') || !packages.includes('hexo');
  return isMarked && setting(config, 'marked', 'prependRoot') !== false && setting(config, 'relative_link') !== true;
}
