import { readFileSync, readdirSync } from 'node:fs';

/** What a careful reader takes from a fixture page; fixtures/README.md explains the fields. */
export interface Label {
  /** Name of the expectation file without its extension. */
  name: string;
  file: string;
  url: string;
  title: string;
  date?: string;
  source?: string;
  author?: string;
  editor?: string;
  keywords: string[];
  paragraphs: string[];
  optional: string[];
  images: { src: string; caption: string }[];
  bold: string[];
  cells: string[][];
  links?: { text: string; href: string }[];
  junk: string[];
  refused?: string;
  note?: string;
}

type Check = (value: unknown) => boolean;

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const REFUSALS = ['video_only', 'pictures_only', 'index_page', 'error_page', 'blocked', 'empty_body'];

const text: Check = (value) => typeof value === 'string';
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const list = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const record = (fields: Record<string, Check>): Check => (value) => {
  if (typeof value !== 'object' || value === null) return false;
  const entries = new Map<string, unknown>(Object.entries(value));
  return Object.entries(fields).every(([key, check]) => check(entries.get(key))) && [...entries.keys()].every((key) => key in fields);
};

const wellFormed = record({
  name: text,
  file: (value) => typeof value === 'string' && /^(demo|pages)\//.test(value),
  url: (value) => typeof value === 'string' && /^http:\/\/\S+$/.test(value),
  title: (value) => typeof value === 'string' && value !== '',
  date: maybe((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(value)),
  source: maybe(text),
  author: maybe(text),
  editor: maybe(text),
  keywords: list(text),
  paragraphs: list(text),
  optional: list(text),
  images: list(record({ src: (value) => typeof value === 'string' && value.startsWith('//'), caption: text })),
  bold: list(text),
  cells: list(list(text)),
  links: maybe(list(record({ text, href: text }))),
  junk: list(text),
  refused: maybe((value) => REFUSALS.some((word) => word === value)),
  note: maybe(text),
});

function isLabel(value: unknown): value is Label {
  return wellFormed(value);
}

/** All expectations in order of their names; throws on one that is not well-formed. */
export function readLabels(): Label[] {
  const files = readdirSync(new URL('expected/', FIXTURES)).filter((file) => file.endsWith('.json'));
  const names = files.map((file) => file.replace(/\.json$/, ''));
  return names.sort().map((name) => {
    const content: unknown = JSON.parse(readFileSync(new URL(`expected/${name}.json`, FIXTURES), 'utf8'));
    const label: unknown = { name, ...(typeof content === 'object' ? content : {}) };
    if (!isLabel(label)) throw new TypeError(`expected/${name}.json is not well-formed`);
    return label;
  });
}

/** The bytes of a label's page. */
export const readPage = (label: Label): Buffer => readFileSync(new URL(label.file, FIXTURES));
