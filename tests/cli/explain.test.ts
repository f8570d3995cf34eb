import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';

const fixture = (file: string): string => fileURLToPath(new URL(`../../fixtures/${file}`, import.meta.url));
const junk = fixture('pages/finance--junk-blocks.html');

describe('article --explain', () => {
  it('says for people how the page was read, on standard output', async () => {
    const { code, stdout, stderr } = await runCli(['article', junk, '--explain']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^page {9}\S+junk-blocks\.html\ncharset {6}utf-8, as its bytes show\nrule {9}sina-finance, because the page has h1\.main-title and #artibody\n/);
    expect(stdout).toContain('removed      div.wap_special, 9 characters: 专题：花卉产业观察\n             the rule removes .wap_special\n');
    expect(stdout).toMatch(/\narticle {6}\d+ characters\n$/);
  });

  it('says the same as JSON for scripts', async () => {
    const { code, stdout } = await runCli(['article', junk, '--explain', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ page: junk, rule: 'sina-finance', article: { source: '南岭经济报' } });
  });

  it('names what declared a charset', async () => {
    const { stdout } = await runCli(['article', fixture('demo/news.sina.com.cn/c/2010-05-25/103020341234.shtml'), '--explain']);
    expect(stdout).toContain('\ncharset      gb18030, as declared\n');
  });

  it('says why a page is refused and ends with 3', async () => {
    const { code, stdout, stderr } = await runCli(['article', fixture('pages/finance--empty-body.html'), '--explain']);
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toMatch(/\nremoved .*责任编辑：许未央\n[^]*\nrefused {6}empty_body: .*only 0 characters/);
  });

  it('cannot be made to control the terminal', async () => {
    const input = financePage({ title: 'a\u001b]0;pwned\u0007b', text: '一\u001b[31m段足够长的文字，可以当作文章的正文来读。' });
    const { stdout } = await runCli(['article', '-', '--explain'], { input });
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('has to be given with --json', async () => {
    expect(await runCli(['article', junk, '--json'])).toMatchObject({ code: 2, stdout: '' });
  });
});
