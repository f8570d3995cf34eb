import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type Element } from 'domhandler';
import { readDate, type DateReading } from '../../dates.js';
import { elementName, type Trace } from '../trace.js';
import { joined, type Byline } from './byline.js';
import { metaTexts, type Metas } from './metas.js';
import { oneLine, texts, type PlacedText } from './places.js';

/** What is known of a page before its date is looked for. */
export interface DateSources {
  metas: Metas;
  /** `datePublished` of the page's JSON-LD. */
  declared: string | undefined;
  byline: Byline;
  url: string;
  /** Zone of times that name none, in hours east of Greenwich. */
  zoneHours: number;
  /** The page was published no later than this; tells the year of times that name none. */
  seenAt?: Date | undefined;
}

/** Names of metas that hold the time of publication, those of common standards first; never those of changes. */
const META_NAMES = [
  'article:published_time', 'og:article:published_time', 'og:published_time', 'bytedance:published_time', 'weibo: article:create_at',
  'og:release_date', 'og:time', 'datepublished', 'publishdate', 'publish_date', 'publish-date', 'pubdate', 'pub_date', 'publication_date',
  'publishedtime', 'publish_time', '_pubtime_', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.created', 'sailthru.date',
  'parsely-pub-date', 'cxenseparse:recs:publishtime', 'article_date_original', 'originalpublicationdate', 'rnews:datepublished',
  'citation_publication_date', 'created', 'date',
];
const ELEMENTS = [
  '[itemprop="datePublished"]@datetime', '[itemprop="datePublished"]@content', '[itemprop="datePublished"]',
  'time[pubdate]@datetime', 'time[class*="publish"]@datetime', 'time.entry-date@datetime',
  '#pubtime_baidu', '#pub_date', '#publish_time', '#pubtime', '#news-time@data-val',
  '[data-article-publish-time]@data-article-publish-time', '[data-publish-time]@data-publish-time', 'textarea[class*="time"]',
  'article time[datetime]@datetime', 'time[datetime]@datetime', 'article time', 'time',
];
/** Times that stand in scripts: assignments and JSON keys. */
const IN_SCRIPT = /\b(?:date_?published|publish(?:ed)?_?(?:time|date|at)|pub_?(?:time|date)|release_?time|news_?time|ptime|ct)["']?\s{0,3}[:=]\s{0,3}["']?(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d[^"',]{0,20}|\d{10}(?:\d{3})?)(?!\d)/i;
/** The same under the mere name of time. */
const TIME_IN_SCRIPT = /\btime["']?\s{0,3}:\s{0,3}["'](\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d[^"']{0,20})["']/i;
/** A script longer than this is searched at its beginning only. */
const SCRIPT_LENGTH = 1_000_000;

const DAY = '\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}(?!\\d)\\s?日?';
const TIME = '\\d{1,2}\\s?[:：时]\\s?\\d{2}';
/** Between day and time: the day of the week and the half of the day. */
const JOINT = '\\s{0,3}(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?\\s{0,3})?(?:上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|晚间)?\\s?';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const ENGLISH_DAY = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2} ${MONTH},? \\d{4})`;
const SHOWN_TIME = new RegExp(`${DAY}[^\\d\\n]{0,12}\\s{0,3}${TIME}(?:(?!\\d{4}\\s?[-/.年])[^\\n]){0,30}|${ENGLISH_DAY}[^\\d\\n]{0,6}\\d{1,2}[:.]\\d{2}[^\\n]{0,20}`, 'iu');
const SHOWN_DAY = new RegExp(`${DAY}|${ENGLISH_DAY}`, 'iu');
const LABELLED = new RegExp(`(?:(?:发布|发表|刊发|发稿|上传)(?:时间|日期)|^(?:时间|日期))\\s?[:：]\\s{0,3}(${DAY}(?:${JOINT}${TIME}(?:[:：]\\d{2})?)?)`, 'u');
const ALONE = new RegExp(`^[^\\d]{0,12}(${DAY}${JOINT}${TIME}(?:[:：]\\d{2})?)`, 'u');
/** Years, months and days in parts of their own: `2018 09/28 19:37`. */
const SPLIT_DAY = /(\d{4})\s+(\d{1,2})\s*\/\s*(\d{1,2})\s+(?=\d{1,2}:)/gu;
/** A label stands in a text not longer than this. */
const LINE = 200;
const LABEL_LENGTH = 30;

/** What a time of a change is called; it may stand before that of publication. */
const CHANGED = /(?:更新|修改|修订|updated|modified|edited)\D{0,12}$/i;
/** Times of phones, without a year. */
const YEARLESS = /(?<![\d年/.-])(?:\d{1,2}\s?月\s?\d{1,2}\s?日|\d\d[-/]\d\d)\s{1,3}\d{1,2}[:：]\d{2}(?!\d)/u;
/** Attributes for scripts that put a time into words. */
const TIME_ATTRIBUTE = /^data-(?:[a-z]{1,20}-?)?(?:time|date|timestamp|ts)$/;
const EPOCH = /^\d{10}(?:\d{3})?$/;

interface Candidate extends DateReading, Omit<PlacedText, 'element'> {}

/**
 * The time of a page that no rule knows. What names its zone is believed first, unless the time that the page shows
 * beside its title says that the zone is wrong (the same clock, called UTC) or that the declared time is a mere day;
 * then the time shown, then times without a zone, then days, at last the day in the address. A day is its midnight.
 */
export function findDate($: CheerioAPI, sources: DateSources, trace?: Trace): Date | undefined {
  const found = chooseDate($, sources);
  if (found) trace?.found('date', found.place, found.text);
  return found?.date;
}

/** True if the metadata of a page, or what stands right behind its title, names a day. */
export function isDatedItself({ metas, byline }: DateSources): boolean {
  const behind = joined(byline.behind);
  return SHOWN_DAY.test(behind) || YEARLESS.test(behind) || [...metaTexts(metas, META_NAMES)].some(({ text }) => readDate(text) !== undefined);
}

function chooseDate($: CheerioAPI, sources: DateSources): Candidate | undefined {
  const read = reader(sources.zoneHours);
  const declared = [...declaredTexts($, sources)].flatMap(read);
  const shown = [...shownTexts(sources.byline, SHOWN_TIME)].flatMap(read).find(({ hasTime }) => hasTime);
  const exact = declared.find((candidate) => candidate.hasZone && candidate.hasTime && !isMidnight(candidate));
  if (exact && shown && isSameClock(exact, shown, sources.zoneHours)) return shown;
  const timed = exact ?? shown ?? declared.find(({ hasTime }) => hasTime) ?? [...scriptTexts($)].flatMap(read)[0];
  if (timed) return timed;
  const address = read(addressText(sources.url))[0];
  const yearless = yearlessTime(sources, declared[0] ?? address);
  if (yearless) return yearless;
  const others = [...otherTexts($)].flatMap(read);
  const days = [...declared, ...[...shownTexts(sources.byline, SHOWN_DAY)].flatMap(read)];
  return others.find(({ hasTime }) => hasTime) ?? days[0] ?? others[0] ?? address;
}

/** The time shown without a year: of the year that brings it nearest to a day of the page, else of the last one possible. */
function yearlessTime({ byline, zoneHours, seenAt }: DateSources, day: Candidate | undefined): Candidate | undefined {
  const [shown] = [...shownTexts(byline, YEARLESS)];
  const known = day?.date ?? seenAt;
  if (!shown || !known) return undefined;
  const readings = [1, 0, -1].flatMap((step) => {
    const reading = readDate(`${known.getUTCFullYear() + step}-${shown.text.replace(/\s?月\s?/u, '-')}`, zoneHours);
    return reading ? [{ ...reading, ...shown }] : [];
  });
  const distance = ({ date }: Candidate): number => Math.abs(date.getTime() - known.getTime());
  return day ? readings.sort((a, b) => distance(a) - distance(b))[0] : readings.find(({ date }) => date.getTime() <= known.getTime() + DAY_MS);
}

function reader(zoneHours: number): (placed: PlacedText | undefined) => Candidate[] {
  return (placed) => {
    const reading = placed && readDate(placed.text, zoneHours);
    return reading ? [{ ...reading, text: placed.text, place: placed.place }] : [];
  };
}

function* declaredTexts($: CheerioAPI, { declared, metas }: DateSources): Generator<PlacedText> {
  if (declared !== undefined) yield { text: declared, place: 'JSON-LD datePublished' };
  yield* metaTexts(metas, META_NAMES);
  yield* texts($, ELEMENTS);
}

function* shownTexts({ behind, before }: Byline, pattern: RegExp): Generator<PlacedText> {
  for (const lines of [behind, before]) {
    const text = joined(lines).replace(SPLIT_DAY, '$1/$2/$3 ');
    const all = [...text.matchAll(new RegExp(pattern, 'giu'))];
    const published = all.filter(({ index }) => !CHANGED.test(text.slice(Math.max(0, index - LABEL_LENGTH), index)));
    const matches = published.length > 0 ? published : all;
    // The nearest to the title.
    const match = lines === behind ? matches[0] : matches.at(-1);
    if (!match) continue;
    const [start = ''] = match[0].split('\n');
    const parent = lines.find((line) => line.text.includes(start))?.parent;
    yield { text: match[0], place: parent ? elementName(parent) : '' };
  }
}

function* scriptTexts($: CheerioAPI): Generator<PlacedText> {
  const scripts = $('script:not([src])').get().map((script) => $(script).text().slice(0, SCRIPT_LENGTH));
  for (const pattern of [IN_SCRIPT, TIME_IN_SCRIPT]) {
    for (const script of scripts) {
      const text = pattern.exec(script)?.[1];
      if (text !== undefined) yield { text, place: 'script' };
    }
  }
}

/** Texts outside of lists that are a time, or call themselves the time of publication, wherever they stand. */
function* otherTexts($: CheerioAPI): Generator<PlacedText> {
  for (const element of $('body, body *').get()) {
    const own = oneLine(element.children.map((child) => (isText(child) ? child.data : '')).join(' '));
    const line = own.length > LINE || own.includes('。') || CHANGED.test(own.slice(0, Math.max(0, own.search(/\d/)))) ? '' : own;
    const text = LABELLED.exec(own.length > LINE ? '' : own)?.[1] ?? ALONE.exec(line)?.[1] ?? (isTag(element) ? epochOf(element) : undefined);
    if (text !== undefined && $(element).closest('li, script, style').length === 0) yield { text, place: elementName(element) };
  }
}

/** A time in figures that a script would put into words. */
function epochOf({ attribs }: Element): string | undefined {
  return Object.entries(attribs).find(([name, value]) => TIME_ATTRIBUTE.test(name) && EPOCH.test(value))?.[1];
}

/** The day in an address: `/2018/10/12/`, `/20181012/`, `/2018-10/12/`, `t20181012_123.html`. */
function addressText(url: string): PlacedText | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const parts = /(?:^|[/_a-z-])(20\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/i.exec(path);
  return parts ? { text: parts.slice(1, 4).join('-'), place: 'address' } : undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** Midnight sharp, in Greenwich or in China, is a day that was written as a time. */
const isMidnight = ({ date }: DateReading): boolean => [0, 8].some((hours) => (date.getTime() + hours * HOUR_MS) % DAY_MS === 0);

/** True if two times differ by the zone alone, because one of them names the wrong one. */
function isSameClock(a: DateReading, b: DateReading, zoneHours: number): boolean {
  return zoneHours !== 0 && Math.abs(Math.abs(a.date.getTime() - b.date.getTime()) - Math.abs(zoneHours) * HOUR_MS) < MINUTE_MS;
}
