import { Option, type Command } from 'commander';
import { SCHEDULES, type Schedule } from '../../init/kinds.js';
import { messages } from '../../messages/messages.js';
import { IMAGE_MODES, type ImageMode } from '../../post/image-modes.js';
import { PROFILE_IDS, type ProfileId } from '../../post/profiles/ids.js';
import { RepeatableOption } from './repeatable.js';

/** What `init` need not ask for. */
export interface InitOptions {
  feed?: readonly string[];
  profile?: ProfileId;
  images?: ImageMode;
  schedule?: Schedule;
  yes?: boolean;
}

export function addInitOptions(command: Command): Command {
  return command
    .optionsGroup(messages.usage.groups.scope)
    .addOption(new RepeatableOption('--feed <feed>', messages.init.feed, addFeed))
    .addOption(new Option('--profile <name>', messages.init.profile).choices(PROFILE_IDS))
    .addOption(new Option('--images <how>', messages.init.images).choices(IMAGE_MODES))
    .addOption(new Option('--schedule <kind>', messages.init.schedule).choices(SCHEDULES))
    .option('--yes', messages.init.yes);
}

const addFeed = (word: string, earlier: readonly string[] = []): readonly string[] => [...earlier, word];
