/** A CDATA section as a whole (also one that never ends), a reference to a character, or any other `&`. */
const SECTION_OR_AMPERSAND = /<!\[CDATA\[[^]*?(?:\]\]>|$)|&(?:#(\d+|x[\da-f]+);|[a-z]\w*;)?/gi;
const FEED_START = /<\?xml\s|<(?:rss|feed|rdf:RDF)[\s>]/;

/** A feed's XML without what real feeds get wrong most: junk in front, control characters, bare `&`. */
export function repairXml(text: string): string {
  return text
    .slice(Math.max(text.search(FEED_START), 0))
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(SECTION_OR_AMPERSAND, (match, code: string | undefined) => {
      if (match === '&') return '&amp;';
      return code !== undefined && isControl(Number(code.replace(/^x/i, '0x'))) ? '' : match;
    });
}

function isControl(code: number): boolean {
  return code < 0x20 && !/\s/.test(String.fromCharCode(code));
}
