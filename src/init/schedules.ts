import { stringify } from 'yaml';

/** The program as another process has to call it. */
export interface Program {
  /** Absolute path of Node. */
  node: string;
  /** Absolute path of the script. */
  script: string;
  version: string;
}

const ARGUMENTS = ['fetch', '--quiet'] as const;
/** A minute of the hour in which few others come: most ask on the hour. */
const MINUTE = 17;

/** A line for `crontab -e`. The shell that runs it knows little of the user's paths, so all are whole. */
export function cronLine(folder: string, { node, script }: Program): string {
  const command = `cd ${shellWord(folder)} && ${[node, script].map(shellWord).join(' ')} ${ARGUMENTS.join(' ')}`;
  // crontab(5): a percent sign ends the command unless it is escaped.
  return `${MINUTE} * * * *  ${command.replaceAll('%', String.raw`\%`)}`;
}

const shellWord = (text: string): string => (/^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);

/** The two units of a timer of systemd, each by its file name. */
export function systemdUnits(folder: string, { node, script }: Program): Readonly<Record<string, string>> {
  const service = ['[Unit]', 'Description=news-scrape', 'Wants=network-online.target', 'After=network-online.target', '', '[Service]', 'Type=oneshot',
    `WorkingDirectory=${specifier(folder)}`, `ExecStart=${[node, script, ...ARGUMENTS].map(unitWord).join(' ')}`];
  const timer = ['[Unit]', 'Description=news-scrape, every hour', '', '[Timer]', `OnCalendar=*:${MINUTE}`, 'RandomizedDelaySec=5min', 'Persistent=true', '', '[Install]', 'WantedBy=timers.target'];
  return { 'news-scrape.service': `${service.join('\n')}\n`, 'news-scrape.timer': `${timer.join('\n')}\n` };
}

/** systemd.unit(5): a percent sign begins a specifier. */
const specifier = (text: string): string => text.replaceAll('%', '%%');

/** systemd.service(5): words in double quotes, with C-style escapes; `$` begins a variable. */
const unitWord = (text: string): string => (/^[\w./@:+-]+$/.test(text) ? text : `"${specifier(text).replace(/[\\"]/g, String.raw`\$&`).replaceAll('$', '$$$$')}"`);

/**
 * A workflow of GitHub Actions that fetches every hour and commits the new posts.
 * @param folder of the configuration, below the root of the repository; empty for the root
 */
export function workflowText(folder: string, { version }: Program): string {
  const run = [
    `npx --yes news-scrape@${version} ${ARGUMENTS.join(' ')} && code=0 || code=$?`,
    'git config user.name github-actions',
    'git config user.email 41898282+github-actions[bot]@users.noreply.github.com',
    'git add --all .',
    'git diff --cached --quiet || git commit --message "New posts"',
    'git pull --rebase',
    'git push',
    'exit "$code"',
  ];
  return stringify({
    name: 'news-scrape',
    on: { schedule: [{ cron: `${MINUTE} * * * *` }], workflow_dispatch: {} },
    permissions: { contents: 'write' },
    concurrency: { group: 'news-scrape' },
    jobs: {
      fetch: {
        'runs-on': 'ubuntu-latest',
        ...(folder !== '' && { defaults: { run: { 'working-directory': folder } } }),
        steps: [
          { uses: 'actions/checkout@v4' },
          { uses: 'actions/setup-node@v4', with: { 'node-version': 22 } },
          { run: `${run.join('\n')}\n` },
        ],
      },
    },
  }, { lineWidth: 0 });
}
