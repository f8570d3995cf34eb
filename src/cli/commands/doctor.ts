import type { CheckName, Finding } from '../../doctor/check.js';
import { examine } from '../../doctor/examine.js';
import type { FeedSource } from '../../feeds/types.js';
import { chooseProxies } from '../../http/proxies.js';
import { messages } from '../../messages/messages.js';
import { createSources } from '../../sources.js';
import { stopIfInterrupted } from '../../interrupt.js';
import { VERSION } from '../../version.js';
import { chooseAnyFrom } from '../choose-from.js';
import { EXIT, gravest, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { openNetwork } from '../network.js';
import type { Flags } from '../options/flags.js';
import { jsonLine } from '../report/data.js';
import { settlePosts } from '../settle-posts.js';
import { printable } from '../terminal.js';

export interface DoctorOptions {
  json?: boolean;
}

/** What a failed check of all feeds alike, or of the folder, means for the exit code. */
const CODES: Partial<Record<CheckName, ExitCode>> = { archive: EXIT.archive, folder: EXIT.output, lock: EXIT.output };

/** `news-scrape doctor`: looks at all that a run of these feeds needs, a line for each check. */
export async function doctorCommand(names: readonly string[], options: DoctorOptions, flags: Flags, io: Io): Promise<ExitCode> {
  const { feeds, run, rules } = await chooseAnyFrom(names, flags, io);
  const folders = await Promise.all([run, ...feeds].map(async ({ options: own }) => (await settlePosts({ ...own, quiet: true }, io)).folder));
  const sources = feeds.map(({ source }) => source);
  const client = await openNetwork({ options: { ...run.options, retries: 0 }, named: sources }, io);
  try {
    const { httpProxy, httpsProxy } = chooseProxies(process.env, run.options.proxy);
    const world = createSources({ ...io, client });
    const versions = { program: VERSION, node: process.versions.node };
    return await tell(examine({ folders: [...new Set(folders)], feeds: sources, sources: world, rules, proxies: [httpProxy, httpsProxy].filter(Boolean), versions }), sources, options, io);
  } catch (error) {
    stopIfInterrupted(io.signal);
    throw error;
  } finally {
    await client.close();
  }
}

async function tell(findings: AsyncIterable<Finding>, feeds: readonly FeedSource[], { json }: DoctorOptions, io: Io): Promise<ExitCode> {
  const counts = { ok: 0, warn: 0, fail: 0 };
  const failed: Finding[] = [];
  for await (const finding of findings) {
    const { status, check, subject, message } = finding;
    counts[status] += 1;
    if (status === 'fail') failed.push(finding);
    await write(io, json ? jsonLine({ type: 'check', ...finding }) : `${printable(messages.doctor.line(status, check, subject, message))}\n`);
  }
  const exitCode = codeOf(failed, feeds.length);
  await write(io, json ? jsonLine({ type: 'summary', exitCode, checks: counts }) : `${messages.doctor.summary(counts)}\n`);
  return exitCode;
}

function codeOf(failed: readonly Finding[], feeds: number): ExitCode {
  const dead = failed.filter(({ check }) => check === 'host' || check === 'feed').length;
  const all: ExitCode[] = feeds > 0 && dead === feeds ? [EXIT.nothingUsable] : [];
  return gravest([...all, ...failed.map(({ check }) => CODES[check] ?? EXIT.someFailed)]);
}
