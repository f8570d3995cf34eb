#!/usr/bin/env node
// Node 22.1 and newer keep what they have compiled for the next run.
require('node:module').enableCompileCache?.();
// V8 lets four times of what is in use gather before it looks for rubbish. Pages become rubbish at once: twice is enough,
// takes no more time, and keeps the memory of a long run flat.
require('node:v8').setFlagsFromString('--heap-growing-percent=100');
const { main } = require('../dist/main.js');

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
