import { html, type Html } from './html.js';

/** How many series have a colour of their own. */
export const SERIES = 6;

export interface DayBar {
  day: string;
  /** Articles of each series. */
  parts: readonly number[];
  failures: number;
}

const [WIDTH, HEIGHT, FOOT, LEFT] = [720, 200, 40, 34];

/** A picture of so many articles a day, a colour for each series upwards, and the failures downwards. */
export function dayChart(bars: readonly DayBar[], title: string): Html {
  const total = ({ parts }: DayBar): number => parts.reduce((sum, part) => sum + part, 0);
  const most = Math.max(1, ...bars.map(total));
  const mostFailures = Math.max(1, ...bars.map(({ failures }) => failures));
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const columns = bars.map((bar, index) => {
    const x = round(LEFT + index * step + step * 0.15);
    const width = round(step * 0.7);
    let y = HEIGHT;
    const parts = bar.parts.map((part, series) => {
      const height = (part / most) * (HEIGHT - 20);
      y -= height;
      return html`<rect class="s${series}" x="${x}" y="${round(y)}" width="${width}" height="${round(height)}"/>`;
    });
    const failed = round((bar.failures / mostFailures) * (FOOT - 18));
    return html`<g>${parts}<rect class="sx" x="${x}" y="${HEIGHT + 2}" width="${width}" height="${failed}"/>${label(bar, index, x)}</g>`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT + FOOT}" role="img" aria-label="${title}"><text x="0" y="24">${most}</text><text x="0" y="${HEIGHT}">0</text>${columns}</svg>`;
}

/** Every fifth day: there is no room for more on a phone. */
function label({ day }: DayBar, index: number, x: number): Html | undefined {
  return index % 5 === 0 ? html`<text x="${x}" y="${HEIGHT + FOOT - 4}">${day.slice(5)}</text>` : undefined;
}

const round = (value: number): number => Math.round(value * 10) / 10;
