import { messages } from '../../messages/messages.js';
import { minuteOf, statisticsOf, type Statistics } from '../../stats/statistics.js';
import { dayChart, SERIES } from '../chart.js';
import { html, type Html } from '../html.js';
import type { PreviewSite } from '../site.js';
import { layout } from './layout.js';

const DAYS = 30;
const RUNS = 100;

/** What the folder has come to: a chart of the last days, its feeds, its last runs. */
export async function runsPage(site: PreviewSite): Promise<Html> {
  const { records, runs, isKnown } = await site.state();
  const statistics = statisticsOf(records, runs, { now: site.now(), days: DAYS, runs: RUNS });
  return layout(messages.preview.runs, '/runs', html`<h1>${messages.preview.runs}</h1>
<p>${isKnown ? messages.stats.articles(statistics.articles) : messages.stats.unknown(site.folder)}</p>
<h2 id="days">${messages.stats.perDay(DAYS)}</h2>
${chart(statistics)}
<h2>${messages.stats.feeds}</h2>
${table([messages.preview.feed, messages.preview.statuses.written, messages.preview.statuses.skipped, messages.preview.statuses.failed, messages.preview.newest],
    statistics.feeds.map(({ feed, written, skipped, failed, newest = '' }) => [feed, written, skipped, failed, newest]))}
<h2>${messages.stats.runs}</h2>
${table([messages.preview.time, messages.preview.command, messages.preview.duration, messages.preview.result],
    statistics.runs.map((run) => [minuteOf(run.started), run.command, messages.stats.seconds(run.seconds), messages.stats.run(run)]))}`);
}

function chart({ days, feeds }: Statistics): Html {
  const named = feeds.slice(0, SERIES - 1).map(({ feed }) => feed);
  const others = feeds.slice(SERIES - 1).map(({ feed }) => feed);
  const legend = [...named, ...(others.length > 0 ? [messages.preview.others(others.length)] : [])];
  const bars = days.map(({ day, written, failures }) => {
    const rest = others.reduce((sum, feed) => sum + (written[feed] ?? 0), 0);
    return { day, parts: [...named.map((feed) => written[feed] ?? 0), ...(others.length > 0 ? [rest] : [])], failures };
  });
  const keys = legend.map((name, series) => html`<li><i class="s${series}"></i>${name}</li>`);
  return html`${dayChart(bars, messages.stats.perDay(days.length))}
<ul class="legend">${keys}<li><i class="sx"></i>${messages.preview.failures}</li></ul>
<details><summary>${messages.preview.asTable}</summary>${table([messages.preview.day, ...legend, messages.preview.failures], bars.toReversed().map(({ day, parts, failures }) => [day, ...parts, failures]))}</details>`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`);
  return html`<div class="scroll" tabindex="0"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}
