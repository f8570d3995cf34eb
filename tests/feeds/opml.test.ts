import { describe, expect, it } from 'vitest';
import { EMPTY_CONFIG } from '../../src/config/config.js';
import { sortSubscriptions } from '../../src/config/subscriptions.js';
import { NewsScrapeError } from '../../src/errors.js';
import { readOpml, writeOpml } from '../../src/feeds/opml.js';

const opml = (body: string): string => `<?xml version="1.0"?>\n<opml version="2.0"><head><title>x</title></head><body>${body}</body></opml>\n`;
const read = (text: string): ReturnType<typeof readOpml> => readOpml(text, 'list.opml');

function complaint(text: string): string {
  try {
    read(text);
    return '';
  } catch (error) {
    if (!(error instanceof NewsScrapeError)) throw error;
    expect(error.code).toBe('opml_unreadable');
    return error.message;
  }
}

describe('a list in OPML', () => {
  it('gives its feeds with the folders around them, however its attributes are written', () => {
    const list = opml(`<outline text="News &amp; more"><outline type="rss" text="A" title="A &quot;title&quot;" xmlUrl="http://a.example/feed?x=1&amp;y=2"/>
      <OUTLINE text="Inner"><outline TEXT="B" xmlurl=" http://b.example/ "></outline></OUTLINE></outline><outline text="C" xmlUrl="http://c.example/" category="/One,/Two/Three"/><outline text="empty"/>`);
    expect(read(list)).toEqual([
      { address: 'http://a.example/feed?x=1&y=2', title: 'A "title"', groups: ['News & more'] },
      { address: 'http://b.example/', title: 'B', groups: ['News & more', 'Inner'] },
      { address: 'http://c.example/', title: 'C', groups: ['One', 'Two/Three'] },
    ]);
  });

  it('reads back as it was written', () => {
    const feeds = [
      { address: 'http://a.example/feed?x=1&y="2"', title: '<b>金融</b> & more', groups: ['银行', 'b'] },
      { address: 'http://b.example/', title: 'b', groups: [] },
      { address: 'http://c.example/', title: 'c', groups: ['银行'] },
    ];
    const again = read(writeOpml('List <1>', feeds));
    expect(again.toSorted((a, b) => (a.address < b.address ? -1 : 1))).toEqual(feeds);
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><body></body></html>', 'it is no OPML; it begins with "<html>"'],
    ['a feed', '<rss version="2.0"></rss>', 'it is no OPML'],
    ['a text', 'http://a.example/', 'it is no OPML; it begins with "http://a.example/"'],
    ['nothing', '', 'it is no OPML'],
    ['a file that was cut off', opml('<outline xmlUrl="http://a.example/"/>').slice(0, 90), 'it ends early'],
    ['outlines without end', opml('<outline/>'.repeat(6_000)), 'more than 5000 outlines'],
    ['outlines inside each other without end', opml('<outline>'.repeat(100_000)), 'more than 50 inside each other'],
  ])('that is %s is refused', (_name, text, words) => expect(complaint(text)).toContain(words));

  it('expands no entities of its own', () => {
    const bomb = `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${opml('<outline text="&b;&f;" xmlUrl="http://a.example/"/>')}`;
    expect(read(bomb)).toEqual([{ address: 'http://a.example/', title: '&b;&f;', groups: [] }]);
  });

  it.each(['<outline text="'.repeat(50_000), `<opml>${'<!--'.repeat(200_000)}`, `<opml>${'<![CDATA['.repeat(100_000)}`])('that is hostile is refused at once', (text) => {
    const start = process.cpuUsage();
    expect(complaint(text)).not.toBe('');
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});

describe('the feeds of a list', () => {
  const sort = (...listed: { address: string; title?: string; groups?: string[] }[]): ReturnType<typeof sortSubscriptions> =>
    sortSubscriptions(listed.map((feed) => ({ title: '', groups: [], ...feed })), { ...EMPTY_CONFIG, feeds: [{ feed: 'sina/china', name: 'Ars', groups: [], settings: new Map(), line: 1 }] });

  it('get names and groups that a configuration can have, each name once', () => {
    const { fresh } = sort({ address: 'http://a.example/', title: 'Ars', groups: ['Tech & 科学!'] }, { address: 'http://b.example/', title: ' - ' }, { address: 'http://c.example/', title: '长'.repeat(80) });
    expect(fresh).toEqual([
      { feed: 'http://a.example/', name: 'Ars-2', groups: ['Tech-科学'] },
      { feed: 'http://b.example/', name: undefined, groups: [] },
      { feed: 'http://c.example/', name: '长'.repeat(60), groups: [] },
    ]);
  });

  it('that stand in several folders are one feed of several groups', () => {
    expect(sort({ address: 'http://a.example/', groups: ['a'] }, { address: 'http://a.example/', groups: ['b', 'a'] }).fresh).toEqual([{ feed: 'http://a.example/', name: undefined, groups: ['a', 'b'] }]);
  });

  it('are passed over if they are known, or no addresses of the web', () => {
    const known = 'https://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686&k=&num=50&page=1';
    expect(sort({ address: known }, { address: 'file:///etc/passwd' }, { address: '../x.xml' }, { address: 'feed://f.example/rss' }, { address: 'feed:https://g.example/rss' })).toEqual({
      fresh: [{ feed: 'http://f.example/rss', name: undefined, groups: [] }, { feed: 'https://g.example/rss', name: undefined, groups: [] }],
      known: ['sina/china'],
      unusable: ['file:///etc/passwd', '../x.xml'],
    });
  });
});
