/** The zone of the sources, and of dates in a site that names none. */
export const CHINA = 'Asia/Shanghai';

/** An instant as ISO 8601 in a zone: `2022-07-25T10:54:50+08:00`. */
export function formatIso(date: Date, zone = CHINA): string {
  const minutes = offsetMinutes(date, zone);
  return shifted(date, minutes).replace(' ', 'T') + formatOffset(minutes);
}

/** An instant as Ruby and Jekyll write it: `2022-07-25 10:54:50 +0800`. */
export function formatRuby(date: Date, zone = CHINA): string {
  const minutes = offsetMinutes(date, zone);
  return `${shifted(date, minutes)} ${formatOffset(minutes).replace(':', '')}`;
}

/** What a clock on the wall shows at an instant in a zone: `2022-07-25 10:54:50`. */
export function formatWallClock(date: Date, zone = CHINA): string {
  return shifted(date, offsetMinutes(date, zone));
}

/** True for the name of a zone that this system knows, such as `Asia/Shanghai` or `UTC`. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function shifted(date: Date, minutes: number): string {
  return new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

function formatOffset(minutes: number): string {
  const digits = (count: number): string => String(count).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
}

/** Minutes by which a zone is ahead of UTC at an instant. */
function offsetMinutes(date: Date, zone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
