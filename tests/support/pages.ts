/** A page on the template of finance.sina.com.cn with invented text. */
export function financePage({ title, text, date = '2026年11月20日 09:30' }: { title: string; text?: string; date?: string }): string {
  const body = text ?? `\u3000\u3000本报讯，${title}的消息今天上午由主办方公布，现场有一百多人参加，会议开了两个小时。`;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}_新浪财经</title></head><body><h1 class="main-title">${title}</h1>
<div class="date-source"><span class="date">${date}</span><span class="source">示例报</span></div>
<div class="article" id="artibody">${body === '' ? '' : `<p>${body}</p>`}<p class="article-editor">责任编辑：某某 SF000</p></div></body></html>`;
}

export interface Row {
  id: string;
  title?: string;
  /** Epoch seconds. */
  ctime?: number;
  /** The same of the last change. */
  mtime?: number;
  url?: string;
}

export const pageUrl = (id: string): string => `http://finance.sina.com.cn/china/doc-i${id}.shtml`;

/** An answer of the roll API; numbers are strings there. */
export function rollAnswer(rows: readonly Row[]): string {
  const data = rows.map(({ id, title = `标题${id}`, ctime = 1_795_000_000, url = pageUrl(id), mtime }) => ({ docid: `comos:${id}`, title, url, ctime: String(ctime), intime: String(ctime), img: '', ...(mtime !== undefined && { mtime: String(mtime) }) }));
  return JSON.stringify({ result: { status: { code: 0, msg: 'succ' }, total: String(rows.length), data } });
}
