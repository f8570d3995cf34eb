import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, runCli } from '../support/cli.js';

const CHINESE = { LC_ALL: 'zh_CN.UTF-8' };
const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text.replaceAll('新浪财经', ''));

describe('the language', () => {
  it.each([
    ['LC_ALL', ['--help'], CHINESE, true],
    ['--lang before LC_ALL', ['--help', '--lang', 'en'], CHINESE, false],
    ['--lang after a command', ['fetch', '--help', '--lang=zh'], {}, true],
    ['--lang before a command', ['--lang', 'zh', 'fetch', '--help'], {}, true],
    ['the last of two', ['--lang', 'en', 'fetch', '--lang', 'zh', '--help'], {}, true],
    ['its variable before LC_ALL', ['--help'], { ...CHINESE, NEWS_SCRAPE_LANG: 'en' }, false],
    ['--lang before its variable', ['--help', '--lang', 'zh'], { NEWS_SCRAPE_LANG: 'en' }, true],
  ])('is what %s says', async (_name, args, env, isChinese) => {
    const { code, stdout } = await runCli(args, { env });
    expect(code).toBe(0);
    expect(hasChinese(stdout)).toBe(isChinese);
  });

  it.each([
    [['fetch', '--lang', 'fr'], {}, '--lang fr: expected one of en, zh.'],
    [['fetch', 'demo'], { NEWS_SCRAPE_LANG: 'fr' }, 'NEWS_SCRAPE_LANG fr: expected one of en, zh.'],
    [['fetch', '--lang', 'fr'], CHINESE, '--lang fr: 应为 en、zh 之一。'],
  ])('has to be one that there is: %j %j', async (args, env, message) => {
    expect(await runCli(args, { env, cwd: emptyFolder() })).toMatchObject({ code: 2, stderr: expect.stringContaining(message) as string });
  });

  it.each([
    [['fetch', '--frist'], "news-scrape: 未知的选项 '--frist'。"],
    [['fetch', '--limti', '3'], "news-scrape: 未知的选项 '--limti'。您是不是要用 --limit？"],
    [['fecth'], "news-scrape: 未知的命令 'fecth'。您是不是要用 fetch？"],
    [['article'], "news-scrape: 缺少必需的参数 'page'。"],
    [['fetch', '--out'], "news-scrape: 选项 '--out <dir>' 需要一个值。"],
    [['init', '--images', 'some'], "news-scrape: 选项 '--images <how>' 不接受 'some'，只能是 link、download、html、none。"],
    [['feeds', 'a', 'b'], "news-scrape: 'list' 的参数过多：给了 2 个，应为 0 个。"],
    [['fetch', 'sina/chnia'], 'news-scrape: sina/chnia: 没有这个订阅源。您是不是要用 sina/china？'],
  ])('is that of what is wrong with the use: %j', async (args, message) => {
    expect(await runCli(args, { env: CHINESE, cwd: emptyFolder() })).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) as string });
  });

  it('is that of a configuration for a run that was not asked for another one', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'news-scrape.yaml'), 'defaults:\n  lang: zh\nfeeds: [demo]\n');
    const first = await runCli(['fetch', '--limit', '1', '--dry-run'], { cwd });
    expect(first.stderr).toContain('已写入 1 篇文章（预览，没有写文件）：写入 1，未变 0，略过 0，失败 0');
    expect((await runCli(['fetch', '--limit', '1', '--dry-run', '--lang', 'en'], { cwd })).stderr).toContain('1 article written (preview, no file made)');
    expect((await runCli(['config', 'check'], { cwd })).stdout).toMatch(/^.*news-scrape\.yaml: 正确，订阅源 1 个，站点规则 0 条\n$/);
  });

  it('changes nothing that scripts read', async () => {
    const jsonOf = async (env: NodeJS.ProcessEnv): Promise<unknown[]> => {
      const { code, stdout } = await runCli(['fetch', 'demo', '--json', '--dry-run'], { env, cwd: emptyFolder() });
      expect(code).toBe(0);
      const isOwn = (key: string): boolean => ['message', 'milliseconds'].includes(key);
      const lines = stdout.trim().split('\n').map((line) => JSON.stringify(JSON.parse(line, (key, value: unknown) => (isOwn(key) ? undefined : value))));
      return lines.sort();
    };
    expect(await jsonOf(CHINESE)).toEqual(await jsonOf({}));
  });
});
