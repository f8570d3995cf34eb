import type { CheckName, Finding } from '../../doctor/check.js';
import { examine } from '../../doctor/examine.js';
import { chooseProxies } from '../../http/proxies.js';
import { messages } from '../../messages/messages.js';
import { stopIfInterrupted } from '../../interrupt.js';
import { VERSION } from '../../version.js';
import { chooseAnyFrom } from '../choose-from.js';
import { EXIT, gravest, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import type { FetchOptions } from '../options/fetch.js';
import type { Flags } from '../options/flags.js';
import { jsonLine } from '../report/data.js';
import { settlePosts } from '../settle-posts.js';
import { printable } from '../terminal.js';
import { openWorld } from '../world.js';

export interface DoctorOptions {
  json?: boolean;
}

/** What a failed check of all feeds alike, or of the folder, means for the exit code. */
const CODES: Partial<Record<CheckName, ExitCode>> = { archive: EXIT.archive, folder: EXIT.output, lock: EXIT.output };

/** `news-scrape doctor`: looks at all that a run of these feeds needs, a line for each check. */
export async function doctorCommand(names: readonly string[], options: DoctorOptions, flags: Flags, io: Io): Promise<ExitCode> {
  const { feeds, run, rules } = await chooseAnyFrom(names, flags, io);
  const folders = await Promise.all([run, ...feeds].map(async ({ options: own }) => (await settlePosts({ ...own, quiet: true }, io)).folder));
  const parts = feeds.map((feed) => ({ source: feed.source, options: asked(feed.options) }));
  const { sourcesFor, close } = await openWorld(parts, { options: asked(run.options), log: () => undefined, signal: io.signal }, io);
  try {
    const examined = await Promise.all(parts.map(async (part) => ({ source: part.source, sources: await sourcesFor(part), proxies: proxiesOf(part.options) })));
    const versions = { program: VERSION, node: process.versions.node };
    return await tell(examine({ folders: [...new Set(folders)], feeds: examined, rules, versions }), feeds.length, options, io);
  } catch (error) {
    stopIfInterrupted(io.signal);
    throw error;
  } finally {
    await close();
  }
}

/** Asked once, and nothing is kept. */
function asked(options: FetchOptions): FetchOptions {
  const once = { ...options, retries: 0 };
  delete once.savePage;
  return once;
}

function proxiesOf({ proxy }: FetchOptions): string[] {
  const { httpProxy, httpsProxy } = chooseProxies(process.env, proxy);
  return [httpProxy, httpsProxy].filter(Boolean);
}

async function tell(findings: AsyncIterable<Finding>, feeds: number, { json }: DoctorOptions, io: Io): Promise<ExitCode> {
  const counts = { ok: 0, warn: 0, fail: 0 };
  const failed: Finding[] = [];
  for await (const finding of findings) {
    const { status, check, subject, message } = finding;
    counts[status] += 1;
    if (status === 'fail') failed.push(finding);
    await write(io, json ? jsonLine({ type: 'check', ...finding }) : `${printable(messages.doctor.line(status, check, subject, message))}\n`);
  }
  const exitCode = codeOf(failed, feeds);
  await write(io, json ? jsonLine({ type: 'summary', exitCode, checks: counts }) : `${messages.doctor.summary(counts)}\n`);
  return exitCode;
}

function codeOf(failed: readonly Finding[], feeds: number): ExitCode {
  const dead = failed.filter(({ check }) => check === 'host' || check === 'feed').length;
  const all: ExitCode[] = feeds > 0 && dead === feeds ? [EXIT.nothingUsable] : [];
  return gravest([...all, ...failed.map(({ check }) => CODES[check] ?? EXIT.someFailed)]);
}
