/** Completion in shells, in English. */
export const enCompletion = {
  description: 'print the script that makes a shell complete news-scrape',
  shell: 'bash, zsh or fish',
  group: 'group of the configuration',
};
