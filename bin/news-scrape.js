#!/usr/bin/env node
// Node 22.1 and newer keep what they have compiled for the next run.
require('node:module').enableCompileCache?.();
const { main } = require('../dist/main.js');

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
