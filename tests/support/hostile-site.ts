const TEXT = '<p>　　十月十二日，南岭省公布秋粮收购进度，全省已经过半，快于往年，农户说价格也比去年高了一成左右。</p>'.repeat(5);
const TITLE = '秋粮收购过半';

/** Pages around a hostile piece of markup: one of Sina's, which a rule knows, and one of a site that nothing knows. */
export const PAGES: Readonly<Record<'sina' | 'other', (markup: string, title?: string) => string>> = {
  sina: (markup, title = TITLE) =>
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}_新浪财经</title></head><body><h1 class="main-title">${title}</h1><div class="date-source"><span class="date">2026年10月12日 08:15</span></div><div class="article" id="artibody">${TEXT}${markup}</div></body></html>`,
  other: (markup, title = TITLE) =>
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}_南岭经济报</title></head><body><h1>${title}</h1><p>2026-10-12 08:15 来源：南岭经济报</p><div class="content">${TEXT}${markup}</div></body></html>`,
};
