// The figures of a run of the benchmark as tables in Markdown.
const table = (header, rows) => [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export function tables({ machine, runs, memory, archives, ...parts }) {
  const ways = Object.entries(parts).flatMap(([part, measured]) => (measured?.ways ?? []).map(({ name, milliseconds, times }) => [`${part}${measured.pages ? ` (${measured.pages})` : ''}`, name, milliseconds.toFixed(1), times === undefined ? '' : times.toFixed(2)]));
  const ends = Object.entries(runs).flatMap(([answer, measured]) => measured.map(({ name, rate, ofFloor, cpuAboveFloor, peak }) => [answer, name, rate.toFixed(0), ofFloor.toFixed(3), cpuAboveFloor.toFixed(1), peak.toFixed(0)]));
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`,
    table(['what', 'by', 'ms of CPU', 'times news-scrape'], ways),
    table(['200 articles, answered', 'by', 'articles a second', 'of fetching alone', 'ms of CPU an article above it', 'MB at most'], ends),
    table(['a run of news-scrape', 'MB at most', 'exit code'], memory.map(({ name, peak, code }) => [name, peak.toFixed(0), code])),
    table(['archived articles', 'ms to load', 'ms of CPU', 'MB at most', 'µs for a lookup, known', 'unknown'], archives.map(({ articles, load, cpu, peak, known, unknown }) => [articles, load, cpu, peak, known, unknown])),
  ].join('\n\n');
}
