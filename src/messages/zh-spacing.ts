/** 接在汉字后面的文本：以字母、数字或符号开头时前面空一格。 */
export const afterHan = (text: string): string => (/^[!-~]/.test(text) ? ` ${text}` : text);
