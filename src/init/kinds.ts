/** Ways to run the program again and again. */
export const SCHEDULES = ['none', 'cron', 'systemd', 'github-actions'] as const;
export type Schedule = (typeof SCHEDULES)[number];
