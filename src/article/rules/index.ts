import type { SiteRule } from './rule.js';
import { sinaBlog } from './sina-blog.js';
import { sinaClassic } from './sina-classic.js';
import { sinaFinance } from './sina-finance.js';
import { sinaKandian } from './sina-kandian.js';
import { sinaMobile } from './sina-mobile.js';
import { sinaNews } from './sina-news.js';
import { sinaRegional } from './sina-regional.js';
import { sinaSlide } from './sina-slide.js';
import { sinaToutiao } from './sina-toutiao.js';

/** All rules, the narrower ones first: the first whose `when` holds is used. */
export const RULES: readonly SiteRule[] = [sinaSlide, sinaKandian, sinaToutiao, sinaFinance, sinaNews, sinaMobile, sinaBlog, sinaRegional, sinaClassic];
