const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SHANGHAI_OFFSET = 8 * HOUR;

/**
 * Zone names of RFC 822 in hours. V8 takes CST for US Central time; in the feeds and pages read here it is China
 * Standard Time.
 */
const ZONE_HOURS: Readonly<Record<string, number>> = { CST: 8, EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MONTH = `(?<month>${MONTHS.join('|')})[a-z]*`;
const WEEKDAY = String.raw`(?:\(?(?:星期|周)[一二三四五六日天]\)? ?)?`;
const ZONE = String.raw`(?<zone>(?:GMT|UTC?)?[+-](?:1[0-4]|0?\d)(?::?[0-5]\d)?(?!\d)|(?:Z|UTC?|GMT|[ECMP][SD]T)\b)`;
const TIME = String.raw`(?<hour>\d{1,2}) ?[:时] ?(?<minute>\d{1,2})(?: ?[:分] ?(?<second>\d{1,2})(?:[.,](?<fraction>\d+))?)?[分秒]?`;

/** `2018-09-28T19:37:00Z` (RFC 3339), `2018年9月28日 星期五 19:37`, `2018/09/28`. */
const YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)(?<year>\d{4}) ?[-/.年] ?(?<month>\d{1,2}) ?[-/.月] ?(?<day>\d{1,2})(?!\d) ?[日号]?(?:(?:T|,? ?${WEEKDAY})${TIME}(?: ?${ZONE})?)?`,
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
/** `Fri Sep 28 11:37:00 2018` (asctime), with a zone before the year as Weibo and Java write it. */
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH} (?<day>\d{1,2}) ${TIME} (?:${ZONE} )?(?<year>\d{4})(?!\d)`, 'i');

type Fields = Readonly<Record<string, string | undefined>>;

/**
 * The instant that a text names, independent of the machine's zone: RFC 822, 2822 and 9110 dates, ISO 8601, Chinese
 * dates, epoch seconds or milliseconds as digits; also inside a longer text. Without a zone it is +08:00, because all
 * sources without one are Chinese; date only is midnight there. Undefined if there is no date or an impossible one.
 */
export function parseDate(text: string): Date | undefined {
  // NFKC turns full-width digits, colons and spaces into plain ones.
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (/^\d{9,10}$/.test(plain)) return new Date(Number(plain) * SECOND);
  if (/^\d{12,13}$/.test(plain)) return new Date(Number(plain));
  for (const pattern of [YEAR_FIRST, BASIC, DAY_FIRST]) {
    const fields = pattern.exec(plain)?.groups;
    if (fields) return instant(fields);
  }
  const asctime = MONTH_FIRST.exec(plain)?.groups;
  // RFC 9110, 5.6.7: asctime has no zone and means UTC.
  return asctime && instant({ ...asctime, zone: asctime.zone ?? 'GMT' });
}

/** The day of an instant in China (+08:00) as `YYYY-MM-DD`. */
export function formatShanghaiDay(date: Date): string {
  return new Date(date.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

/**
 * Start of a period: `30m`, `12h`, `2d` or `1w` before `now`, or any date that `parseDate` knows. Undefined for
 * anything else.
 */
export function parseSince(text: string, now: Date): Date | undefined {
  const period = /^(\d+)([mhdw])$/.exec(text.trim());
  if (!period) return parseDate(text);
  const units: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };
  const [, count = '', unit = ''] = period;
  const since = new Date(now.getTime() - Number(count) * (units[unit] ?? NaN));
  return Number.isNaN(since.getTime()) ? undefined : since;
}

function instant(fields: Fields): Date | undefined {
  const year = fullYear(fields.year ?? '');
  const month = monthIndex(fields.month ?? '');
  const day = Number(fields.day);
  const hour = Number(fields.hour ?? 0);
  const minute = Number(fields.minute ?? 0);
  const second = Number(fields.second ?? 0);
  if (!isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 60) return undefined;
  const millisecond = Number((fields.fraction ?? '').padEnd(3, '0').slice(0, 3));
  const date = new Date(Date.UTC(year, month, day, hour, minute, second, millisecond) - zoneOffset(fields.zone));
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

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined) return SHANGHAI_OFFSET;
  const [, sign, hours = '', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return (ZONE_HOURS[zone.toUpperCase()] ?? 0) * HOUR;
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}
