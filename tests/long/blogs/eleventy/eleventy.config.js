export default function configure(site) {
  site.addFilter('instant', (date) => date.toISOString());
  return { dir: { input: 'src', output: 'public' } };
}
