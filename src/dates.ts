const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SHANGHAI_HOURS = 8;
const SHANGHAI_OFFSET = SHANGHAI_HOURS * HOUR;

/**
 * Zone names of RFC 822 in hours, and those that news pages show. V8 takes CST for US Central time; in the feeds and
 * pages read here it is China Standard Time.
 */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  CST: 8, EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
  BST: 1, CET: 1, CEST: 2, HKT: 8, SGT: 8, JST: 9, KST: 9, AEST: 10, AEDT: 11,
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MONTH = `(?<month>${MONTHS.join('|')})[a-z]*`;
const WEEKDAY = String.raw`(?:\(?(?:星期|周)[一二三四五六日天]\)? ?)?`;
/** Halves of the day, as people and pickers of dates write them. */
const CHINESE_HALF = String.raw`(?:(?<half>上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|晚间) ?)?`;
const ZONE = String.raw`(?<zone>(?:GMT|UTC?)?[+-](?:1[0-4]|0?\d)(?::?[0-5]\d)?(?!\d)|(?:Z|UTC?|GMT|[ECMP][SD]T|BST|CES?T|HKT|SGT|[JK]ST|AE[SD]T)\b)`;
/** As English pages write it: `10:05 a.m.`, `at 10.05pm`. */
const ENGLISH_TIME = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::(?<second>\d{2}))? ?(?<half>[ap]\.?m\b\.?)?`;
const ENGLISH_JOINT = String.raw`,?(?: (?:at|[-–—|·]))? `;
const TIME = String.raw`(?<hour>\d{1,2}) ?[:时] ?(?<minute>\d{1,2})(?: ?[:分] ?(?<second>\d{1,2})(?:[.,](?<fraction>\d+))?)?[分秒]?`;

/** `2018-09-28T19:37:00Z` (RFC 3339), `2018年9月28日 星期五 19:37`, `2018/09/28`. */
const YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)(?<year>\d{4}) ?[-/.年] ?(?<month>\d{1,2}) ?[-/.月] ?(?<day>\d{1,2})(?!\d) ?[日号]?(?:(?:T|,? ?${WEEKDAY})${CHINESE_HALF}${TIME}(?: ?${ZONE})?)?`,
  'i',
);
/** `20180928T193700Z`: the basic form of ISO 8601. */
const BASIC = new RegExp(
  String.raw`^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?${ZONE}?)?$`,
  'i',
);
/** `Fri, 28 Sep 2018 11:37:00 GMT` (RFC 822, 2822, 9110) and `Friday, 28-Sep-18 11:37:00 GMT` (RFC 850). */
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2})[- ]${MONTH}[- ](?<year>\d{4}|\d{2})(?!\d)(?: ${TIME}(?: ?${ZONE})?)?`,
  'i',
);
/** `September 28, 2018 at 11:37 a.m. GMT`, `Sept. 28, 2018`. */
const ENGLISH_MONTH_FIRST = new RegExp(
  String.raw`\b${MONTH}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)(?:${ENGLISH_JOINT}${ENGLISH_TIME}(?: ?${ZONE})?)?`,
  'i',
);
/** `28 September 2018, 11:37 pm`, where `DAY_FIRST` would see the day alone. */
const ENGLISH_DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)? ${MONTH}\.?,? (?<year>\d{4})${ENGLISH_JOINT}${ENGLISH_TIME}(?: ?${ZONE})?`,
  'i',
);
/** `Fri Sep 28 11:37:00 2018` (asctime), with a zone before the year as Weibo and Java write it. */
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH} (?<day>\d{1,2}) ${TIME} (?:${ZONE} )?(?<year>\d{4})(?!\d)`, 'i');

/** The form of RFC 9110, which most feeds have: one look in place of five. */
const USUAL = new RegExp(String.raw`^[a-z]{3}, (?<day>\d\d) (?<month>${MONTHS.join('|')}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<zone>GMT|[+-](?:1[0-4]|0\d)[0-5]\d)$`, 'i');

type Fields = Readonly<Record<string, string | undefined>>;

/** A text's date, and how much of it the text says. */
export interface DateReading {
  date: Date;
  /** False for a day alone; `date` is then its midnight. */
  hasTime: boolean;
  /** False where the zone is the one assumed. */
  hasZone: boolean;
}

/**
 * The instant that a text names, independent of the machine's zone: RFC 822, 2822 and 9110 dates, ISO 8601, Chinese
 * and English dates, epoch seconds or milliseconds as digits; also inside a longer text. Without a zone it is +08:00,
 * because sources without one are Chinese; date only is midnight there. Undefined if there is no date or an impossible
 * one.
 */
export function parseDate(text: string): Date | undefined {
  return readDate(text)?.date;
}

/**
 * The same, with what it is made of.
 * @param zoneHours the zone of a text that names none, in hours east of Greenwich
 */
export function readDate(text: string, zoneHours = SHANGHAI_HOURS): DateReading | undefined {
  if (text === '') return undefined;
  const usual = USUAL.exec(text)?.groups;
  if (usual) return reading(usual, zoneHours);
  // NFKC turns full-width digits, colons and spaces into plain ones.
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (/^\d{9,10}$/.test(plain)) return { date: new Date(Number(plain) * SECOND), hasTime: true, hasZone: true };
  if (/^\d{12,13}$/.test(plain)) return { date: new Date(Number(plain)), hasTime: true, hasZone: true };
  for (const pattern of [YEAR_FIRST, BASIC, ENGLISH_DAY_FIRST, DAY_FIRST, ENGLISH_MONTH_FIRST]) {
    const fields = pattern.exec(plain)?.groups;
    if (fields) return reading(fields, zoneHours);
  }
  const asctime = MONTH_FIRST.exec(plain)?.groups;
  // RFC 9110, 5.6.7: asctime has no zone and means UTC.
  return asctime && reading({ ...asctime, zone: asctime.zone ?? 'GMT' }, 0);
}

function reading(fields: Fields, zoneHours: number): DateReading | undefined {
  const date = instant(fields, zoneHours);
  return date && { date, hasTime: fields.hour !== undefined, hasZone: fields.zone !== undefined };
}

/** The day of an instant in China (+08:00) as `YYYY-MM-DD`. */
export function formatShanghaiDay(date: Date): string {
  return new Date(date.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

/** Milliseconds of a period: `30m`, `12h`, `2d` or `1w`. Undefined for anything else, and for what no date is away. */
export function parsePeriod(text: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,9})([mhdw])$/.exec(text.trim()) ?? [];
  const units: ReadonlyMap<string, number> = new Map([['m', MINUTE], ['h', HOUR], ['d', DAY], ['w', 7 * DAY]]);
  const unitLength = units.get(unit);
  return unitLength === undefined || Number(count) * unitLength > 1000 * 366 * DAY ? undefined : Number(count) * unitLength;
}

/**
 * Start of a period: `30m`, `12h`, `2d` or `1w` before `now`, or any date that `parseDate` knows. Undefined for
 * anything else.
 */
export function parseSince(text: string, now: Date): Date | undefined {
  const period = parsePeriod(text);
  return period === undefined ? parseDate(text) : new Date(now.getTime() - period);
}

function instant(fields: Fields, zoneHours: number): Date | undefined {
  const year = fullYear(fields.year ?? '');
  const month = monthIndex(fields.month ?? '');
  const day = Number(fields.day);
  const hour = hourOfDay(Number(fields.hour ?? 0), fields.half);
  const minute = Number(fields.minute ?? 0);
  const second = Number(fields.second ?? 0);
  if (!isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 60) return undefined;
  const millisecond = Number((fields.fraction ?? '').padEnd(3, '0').slice(0, 3));
  const date = new Date(Date.UTC(year, month, day, hour, minute, second, millisecond) - zoneOffset(fields.zone, zoneHours));
  // RFC 3339 and all that reads our dates know four digits of a year.
  return date.getUTCFullYear() > 9999 || date.getTime() < 0 ? undefined : date;
}

/** RFC 2822, 4.3: two-digit years below 50 belong to this century. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function monthIndex(month: string): number {
  return /^\d/.test(month) ? Number(month) - 1 : MONTHS.indexOf(month.toLowerCase());
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month && date.getUTCDate() === day;
}

const AFTERNOON = /^(?:p|下午|中午|傍晚|晚)/i;

/** Twelve o'clock starts each half of the day; noon has eleven o'clock in it. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12 || (half === '中午' && hour === 11)) return hour;
  return (hour % 12) + (AFTERNOON.test(half) ? 12 : 0);
}

function zoneOffset(zone: string | undefined, zoneHours: number): number {
  if (zone === undefined) return zoneHours * HOUR;
  const [, sign, hours = '', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return (ZONE_HOURS[zone.toUpperCase()] ?? 0) * HOUR;
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}
