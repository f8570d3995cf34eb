import { describe, expect, it } from 'vitest';
import { parseSetting } from '../../src/post/setting.js';

describe('a setting of the front matter', () => {
  it.each([
    ['layout=news', 'layout', 'news'],
    ['top=true', 'top', true],
    ['weight=-1.5', 'weight', -1.5],
    ['code=007', 'code', '007'],
    ['note=a: b # c', 'note', 'a: b # c'],
    ['note=', 'note', ''],
    ['note="12"', 'note', '12'],
    ["note='true'", 'note', 'true'],
    ['tags=[财经, 快讯]', 'tags', ['财经', '快讯']],
    ['cover={image: a.png, hidden: false}', 'cover', { image: 'a.png', hidden: false }],
    ['置顶=是', '置顶', '是'],
    ['a=b=c', 'a', 'b=c'],
  ])('%s', (text, key, value) => expect(parseSetting(text)).toEqual([key, value]));

  it.each(['x', '=x', 'a b=c', 'a: b=c', '__proto__=x', 'tags=[a', 'note="a', 'a\n=b'])('%j is none', (text) => expect(parseSetting(text)).toBeUndefined());
});
