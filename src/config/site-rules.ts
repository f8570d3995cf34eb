import { RULES } from '../article/rules/index.js';
import type { SiteRule } from '../article/rules/rule.js';
import type { ConfigMistake } from '../error-params.js';
import { messages } from '../messages/messages.js';
import type { ConfigRule } from './rule-schema.js';
import type { ConfigDocument } from './yaml-document.js';

/** Names that stand for other things where rules are named. */
const RESERVED = ['generic', 'feed'];

/** The rules of a configuration in the form of the built-in ones, and those whose id is taken. */
export function siteRules(rules: readonly ConfigRule[], { whereIs }: ConfigDocument): { rules: SiteRule[]; mistakes: ConfigMistake[] } {
  const taken = new Set([...RESERVED, ...RULES.map(({ id }) => id)]);
  const mistakes: ConfigMistake[] = [];
  for (const [index, { id }] of rules.entries()) {
    if (taken.has(id)) mistakes.push({ ...whereIs(['site-rules', index, 'id']), text: messages.config.idTaken(id) });
    taken.add(id);
  }
  return { rules: rules.map(toSiteRule), mistakes };
}

function toSiteRule({ id, sample, host, when, body, title, date, source, author, editor, keywords, remove, 'next-page': nextPage }: ConfigRule): SiteRule {
  return {
    id,
    sample: sample ?? '',
    isOwn: true,
    hosts: listed(host).map((name) => new URL(`http://${name}`).hostname),
    when: listed(when),
    body,
    title: listed(title),
    date: listed(date),
    source: listed(source),
    author: listed(author),
    editor: listed(editor),
    keywords: listed(keywords),
    remove: listed(remove),
    nextPage: listed(nextPage),
  };
}

const listed = (value: string | readonly string[] | undefined): readonly string[] => (typeof value === 'string' ? [value] : (value ?? []));
