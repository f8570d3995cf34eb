// Preloaded into the program: says at its end what it has loaded.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const builtins = process.moduleLoadList.map((entry) => entry.replace(/^\S+ /, ''));
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  writeFileSync(process.env.LOADED_FILE, JSON.stringify({ files, builtins }));
});
