import { NewsScrapeError } from '../errors.js';
import type { Wishes } from '../init/config-text.js';
import { SCHEDULES, type Schedule } from '../init/kinds.js';
import { messages } from '../messages/messages.js';
import { IMAGE_MODES } from '../post/image-modes.js';
import type { Io } from './io.js';
import type { InitOptions } from './options/init.js';
import { resolveArgument } from './resolve-argument.js';

const DEFAULTS = { feed: 'sina/china', images: 'link', schedule: 'none' } as const;

/** What a configuration and a schedule are made of. */
export type Answers = Pick<Wishes, 'feeds' | 'images'> & { schedule: Schedule };

/**
 * Asks a person at a terminal for what the options of `init` leave open; elsewhere the defaults count.
 * @throws NewsScrapeError `usage` for an option that names no feed
 */
export async function askForInit({ feed, images, schedule, yes }: InitOptions, { ask: question }: Io): Promise<Answers> {
  const put = yes ? undefined : question;
  const { askFeeds, askImages, askSchedule } = messages.init;
  return {
    feeds: feed ? checkFeeds(feed) : (await answerTo(put, askFeeds(DEFAULTS.feed), [DEFAULTS.feed], readFeeds)),
    images: images ?? (await answerTo(put, askImages(IMAGE_MODES, DEFAULTS.images), DEFAULTS.images, (word) => oneOf(IMAGE_MODES, word))),
    schedule: schedule ?? (await answerTo(put, askSchedule(SCHEDULES, DEFAULTS.schedule), DEFAULTS.schedule, (word) => oneOf(SCHEDULES, word))),
  };
}

/** Asks until there is a good answer; none at all means the default. */
async function answerTo<Value>(put: Io['ask'], question: string, otherwise: Value, read: (answer: string) => Value): Promise<Value> {
  const answer = (await put?.(question))?.trim() ?? '';
  if (answer === '') return otherwise;
  try {
    return read(answer);
  } catch (error) {
    if (!(error instanceof NewsScrapeError)) throw error;
    return answerTo(put, `${error.message}\n${question}`, otherwise, read);
  }
}

const readFeeds = (answer: string): readonly string[] => checkFeeds(answer.split(/[\s,，、]+/).filter(Boolean));

function checkFeeds(feeds: readonly string[]): readonly string[] {
  for (const feed of feeds) resolveArgument(feed);
  return feeds;
}

function oneOf<Word extends string>(words: readonly Word[], answer: string): Word {
  const word = words.find((each) => each === answer);
  if (word === undefined) throw new NewsScrapeError('usage', { detail: messages.init.notOneOf(answer, words) });
  return word;
}
