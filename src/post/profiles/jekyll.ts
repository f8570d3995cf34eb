import { posix } from 'node:path';
import { GENERATORS } from '../../markdown/dialect.js';
import { setting, textSetting } from '../config.js';
import { Timestamp } from '../value.js';
import { formatRuby } from '../zone.js';
import { HEXO_SETTINGS } from './hexo.js';
import type { ConfigFile, Profile } from './profile.js';
import { author, categories, comments, cover, date, title } from './values.js';

const SETTINGS = [
  'markdown', 'kramdown', 'plugins', 'gems', 'collections', 'collections_dir', 'baseurl', 'remote_theme', 'defaults', 'paginate',
  'highlighter', 'sass', 'liquid', 'lsi', 'show_drafts', 'exclude',
];
/** What stands beside the configuration of a Jekyll site that has none of these settings. */
const NEIGHBOURS = ['_posts', '_layouts', '_includes', 'Gemfile'];

const is: ConfigFile['is'] = (config, names) =>
  !HEXO_SETTINGS.some((name) => setting(config, name) !== undefined) &&
  (SETTINGS.some((name) => setting(config, name) !== undefined) || /^(?:minima$|jekyll-)/.test(textSetting(config, 'theme') ?? '') || NEIGHBOURS.some((name) => names.includes(name)));

export const jekyll: Profile = {
  id: 'jekyll',
  name: 'Jekyll',
  site: {
    configs: [{ path: '_config.yml', is }, { path: '_config.yaml', is }],
    zone: (config) => textSetting(config, 'timezone'),
  },
  folders: (config) => [[textSetting(config, 'source'), textSetting(config, 'collections_dir'), '_posts'].filter((part) => part !== undefined && part !== '.').join('/')],
  keys: { layout: () => 'post', title, date, categories, author, comments, image: cover },
  date: (instant, zone) => new Timestamp(formatRuby(instant, zone)),
  dialect: GENERATORS,
  excerpt: { mark: '<!-- more -->', key: 'excerpt_separator' },
  extraKeys: { updated: 'last_modified_at' },
  sharesDays: true,
  startsWithDay: true,
  // Themes put the base in front of addresses in the front matter; nothing does so in a text.
  pictures: ({ config }) => {
    const address = posix.join('/', textSetting(config, 'baseurl') ?? '', 'assets/images');
    return { folder: posix.join(textSetting(config, 'source') ?? '', 'assets/images'), inMarkdown: address, inHtml: address, inFrontMatter: '/assets/images' };
  },
};
