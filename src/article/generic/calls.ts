/** Where sites ask their readers to follow them. */
const NETWORK = '(?:Twitter|X|Facebook|Instagram|LinkedIn|YouTube|Threads|Bluesky|Mastodon|TikTok|Telegram|WhatsApp|WeChat|Weibo|Flipboard|Reddit|Pinterest|RSS|(?:Google|Apple) News)';
const ACCOUNT = `${NETWORK}(?:,? (?:(?:at|as) )?[(@]?[\\w.@]{1,30}\\)?)?`;
const WHOLE_LINES: readonly RegExp[] = [
  new RegExp(`^(?:you can )?(?:also )?(?:follow|like|find|join) (?:us|[\\p{L}\\d@.'’& -]{1,40}) on ${ACCOUNT}(?:(?:, and|, or|,| and| or| &) (?:on )?${ACCOUNT}){0,8}[.!]?$`, 'iu'),
  /^(?:sign up|subscribe) (?:now |here )?(?:for|to) (?:our|the|your|my) [^.,!?]{0,60}?(?:newsletters?|alerts?|briefings?|digest|channel|podcast|mailing list)(?: (?:here|today|now))?[.!]?$/iu,
  // WordPress puts it below the texts of its feeds.
  /^The post [^a-z].{0,300} (?:first appeared|appeared first) on .{1,80}$/u,
  /^our standards: the thomson reuters trust principles\.?(?:, opens new tab)?$/iu,
];
/** What newsletters put between their paragraphs: buttons, and the sentence above one. */
const BUTTON = /^(?:subscribe(?: now)?|share(?: this post)?|leave a comment|upgrade to paid|refer a friend|give a gift subscription)$/iu;
const THANKS = /^thanks for reading .{0,80}[!.] (?:subscribe for free to receive new posts and support my work|this post is public so feel free to share it)\.$/iu;

/** True for a link that is a button of the newsletter's, and for the sentence above one. */
export const isOffer = (line: string, isLink: boolean): boolean => (isLink && BUTTON.test(line)) || THANKS.test(line);

/** True for a line that as a whole asks readers to follow or to subscribe, or that a site puts below all of its texts. */
export const isCall = (line: string): boolean => WHOLE_LINES.some((pattern) => pattern.test(line));
