/** Lines of cells whose columns begin below each other, also where they hold Chinese. */
export async function alignedRows(rows: readonly (readonly string[])[]): Promise<string[]> {
  // Loaded on need: most runs measure nothing.
  const { displayWidth } = await import('./width.js');
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: Math.max(0, columns - 1) }, (_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const padding = (cell: string, width = 0): string => ' '.repeat(Math.max(0, width - displayWidth(cell)));
  return rows.map((row) => row.map((cell, column) => cell + padding(cell, widths[column])).join('  ').trimEnd());
}
