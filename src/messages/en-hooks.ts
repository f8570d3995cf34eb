/** What is said of commands of the user's that run after something, in English. */
export const enHooks = {
  onWritten: 'run this command after each post that was written, with the article as JSON on its standard input',
  onFinish: 'run this command when the run has come to its end, with the summary as JSON on its standard input',
  expectedCommand: 'a program and its arguments, such as "git add"; words with blanks stand in quotation marks, which come in pairs',
  failed: (hook: string, command: string, detail: string, file: string | undefined): string =>
    `hook failed: ${hook} ${command}: ${detail}${file === undefined ? '' : `, for ${file}`}. The posts are as they are without it.`,
  notStarted: (detail: string): string => `cannot be started (${detail})`,
  exited: (code: number): string => `ended with code ${code}`,
  killed: (signal: string): string => `ended by ${signal}`,
  tooLong: (seconds: number): string => `took longer than ${seconds} s and was ended`,
};
