export default function configure(site) {
  site.addFilter('instant', (date) => date.toISOString());
  site.addPassthroughCopy('src/images');
  return { dir: { input: 'src', output: 'public' } };
}
