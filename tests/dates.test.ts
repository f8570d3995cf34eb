import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatShanghaiDay, parseDate, parseSince } from '../src/dates.js';

const iso = (text: string): string | undefined => parseDate(text)?.toISOString();

afterEach(() => vi.unstubAllEnvs());

describe('dates of feeds (RFC 822, 2822, 9110)', () => {
  it.each([
    ['Fri, 28 Sep 2018 11:37:05 GMT', '2018-09-28T11:37:05.000Z'],
    ['Fri, 28 Sep 2018 19:37:05 +0800', '2018-09-28T11:37:05.000Z'],
    ['Fri, 28 Sep 2018 04:37 -0700', '2018-09-28T11:37:00.000Z'],
    ['28 Sep 2018 11:37:05 GMT', '2018-09-28T11:37:05.000Z'],
    ['fri, 28 sep 2018 11:37:05 gmt', '2018-09-28T11:37:05.000Z'],
    ['Fri,  8 Sep 2018\n 11:37:05 UT', '2018-09-08T11:37:05.000Z'],
    ['28 Sep 18 11:37 Z', '2018-09-28T11:37:00.000Z'],
    ['28 Sep 98 11:37 UTC', '1998-09-28T11:37:00.000Z'],
    ['28 September 2018', '2018-09-27T16:00:00.000Z'],
    ['Fri, 28 Sep 2018 11:37:05 EDT', '2018-09-28T15:37:05.000Z'],
    ['Fri, 28 Sep 2018 11:37:05 PST', '2018-09-28T19:37:05.000Z'],
    ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
    ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37.000Z'],
    ['Fri Sep 28 19:37:05 +0800 2018', '2018-09-28T11:37:05.000Z'],
    ['Fri Sep 28 19:37:05 CST 2018', '2018-09-28T11:37:05.000Z'],
  ])('reads %j', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it('takes CST for China Standard Time', () => {
    expect(iso('Fri, 28 Sep 2018 19:37:05 CST')).toBe('2018-09-28T11:37:05.000Z');
  });
});

describe('ISO 8601', () => {
  it.each([
    ['2018-09-28T11:37:05Z', '2018-09-28T11:37:05.000Z'],
    ['2018-09-28T19:37:05+08:00', '2018-09-28T11:37:05.000Z'],
    ['2018-09-28t11:37:05.25z', '2018-09-28T11:37:05.250Z'],
    ['2018-09-28T19:37:05.1234567+08', '2018-09-28T11:37:05.123Z'],
    ['2018-09-28T17:07+05:30', '2018-09-28T11:37:00.000Z'],
    ['2018-09-28T19:37:05', '2018-09-28T11:37:05.000Z'],
    ['2018-09-28', '2018-09-27T16:00:00.000Z'],
    ['20180928', '2018-09-27T16:00:00.000Z'],
    ['20180928T113705Z', '2018-09-28T11:37:05.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ])('reads %j', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });
});

describe('Chinese dates', () => {
  it.each([
    ['2018年09月28日 19:37', '2018-09-28T11:37:00.000Z'],
    ['2018年09月28日 19:37:05', '2018-09-28T11:37:05.000Z'],
    ['2018年09月28日19:37', '2018-09-28T11:37:00.000Z'],
    ['2018年9月8日 7:05', '2018-09-07T23:05:00.000Z'],
    ['2018年9月28日 星期五 19时37分', '2018-09-28T11:37:00.000Z'],
    ['2018年9月28日（周五）19:37', '2018-09-28T11:37:00.000Z'],
    ['2018-09-28 19:37', '2018-09-28T11:37:00.000Z'],
    ['2018-9-8 7:05:09', '2018-09-07T23:05:09.000Z'],
    ['2018-09-28 19:37:05 +0000', '2018-09-28T19:37:05.000Z'],
    ['2018-09-28 19:37 GMT+8', '2018-09-28T11:37:00.000Z'],
    ['2018-09-28 19:37 CST', '2018-09-28T11:37:00.000Z'],
    ['2018/09/28 19:37', '2018-09-28T11:37:00.000Z'],
    ['2018.09.28', '2018-09-27T16:00:00.000Z'],
    ['2018年09月28日', '2018-09-27T16:00:00.000Z'],
    ['２０１８年０９月２８日　１９：３７', '2018-09-28T11:37:00.000Z'],
    ['2018-09-28\u00a0\u300019：37', '2018-09-28T11:37:00.000Z'],
    ['发布时间：2018年09月28日 19:37 来源：某报', '2018-09-28T11:37:00.000Z'],
    ['http://example.com/a/2018-09-28/b.html', '2018-09-27T16:00:00.000Z'],
    ['2018-09-28 19:37-20:30 直播', '2018-09-28T11:37:00.000Z'],
  ])('reads %j', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });
});

describe('epoch', () => {
  it('reads seconds and milliseconds', () => {
    expect(iso('1533000000')).toBe('2018-07-31T01:20:00.000Z');
    expect(iso(' 1533000000123\n')).toBe('2018-07-31T01:20:00.123Z');
  });
});

describe('what is no date', () => {
  it.each([
    '',
    ' ',
    'yesterday',
    '昨天 19:37',
    '2018',
    '2018-09',
    '0',
    '12345678901',
    '2018-13-01',
    '2018-02-29',
    '2018-00-10',
    '0018-09-28',
    '2018-09-31 10:00',
    '2018-09-28 24:30',
    '2018-09-28 10:61',
    '31 Feb 2018 10:00:00 GMT',
    '28 Foo 2018 10:00:00 GMT',
    '112018-09-28',
  ])('answers undefined to %j', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('stays quick on a long text', () => {
    const started = performance.now();
    expect(parseDate(`2018 ${' '.repeat(200_000)}${'1 Sep '.repeat(50_000)}`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("the machine's zone", () => {
  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('does not change a result (%s)', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(new Date(0).getTimezoneOffset()).toBe({ UTC: 0, 'America/New_York': 300, 'Asia/Shanghai': -480 }[zone]);
    expect(iso('2018年09月28日 19:37')).toBe('2018-09-28T11:37:00.000Z');
    expect(iso('2018-09-28')).toBe('2018-09-27T16:00:00.000Z');
    expect(iso('28 Sep 2018 19:37:00')).toBe('2018-09-28T11:37:00.000Z');
    expect(iso('2018-09-28T11:37:00Z')).toBe('2018-09-28T11:37:00.000Z');
    expect(formatShanghaiDay(new Date('2018-09-28T16:00:00Z'))).toBe('2018-09-29');
    expect(formatShanghaiDay(new Date('2018-09-28T15:59:59Z'))).toBe('2018-09-28');
  });
});

describe('parseSince', () => {
  const now = new Date('2026-09-28T12:00:00Z');
  it.each([
    ['30m', '2026-09-28T11:30:00.000Z'],
    ['12h', '2026-09-28T00:00:00.000Z'],
    ['2d', '2026-09-26T12:00:00.000Z'],
    [' 1w ', '2026-09-21T12:00:00.000Z'],
    ['2026-09-01', '2026-08-31T16:00:00.000Z'],
    ['2026-09-01T00:00:00Z', '2026-09-01T00:00:00.000Z'],
  ])('reads %j', (text, expected) => {
    expect(parseSince(text, now)?.toISOString()).toBe(expected);
  });

  it.each(['', 'soon', '2x', '-2d', '99999999999999999d', '2026-13-01'])('answers undefined to %j', (text) => {
    expect(parseSince(text, now)).toBeUndefined();
  });
});
