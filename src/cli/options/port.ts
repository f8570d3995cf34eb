import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';

export interface PortOptions {
  /** 0 for a free one. */
  port: number;
}

export function addPortOption(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.output).option('--port <n>', messages.preview.port, parsePort, 8420);
}

function parsePort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(port <= 65_535)) throw invalid('--port', value, messages.preview.expectedPort);
  return port;
}
