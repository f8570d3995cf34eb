/** An article as it was read from its page; nothing in it belongs to the page around it. */
export interface Article {
  /** Canonical absolute URL without tracking parameters, or the address it was read from. */
  url: string;
  /** The site's own id of the document as the archive names it (`comos:...`), where its pages carry one. */
  id?: string | undefined;
  /** One line, without the name of the site. */
  title: string;
  /** The time that the page shows, else the time of its metadata. */
  date?: Date | undefined;
  /** The time of the page's metadata, which may differ from the one that it shows. */
  metaDate?: Date | undefined;
  /** When the page says that the article was last changed. */
  updated?: Date | undefined;
  /** The medium that the site names as source (来源). */
  source?: string | undefined;
  /** Who wrote it, as the page names them. */
  author?: string | undefined;
  /** Who is responsible for it (责任编辑). */
  editor?: string | undefined;
  /** As the page names them; may be none. */
  keywords: readonly string[];
  /** What the page says of itself in a few words. */
  description?: string | undefined;
  /** Absolute address of the first picture of the body. */
  leadImage?: string | undefined;
  /**
   * Clean semantic HTML: p, h2-h6, ul/ol/li, blockquote, pre/code, table, figure/figcaption, a, img, strong, em, sub,
   * sup, br, hr. Absolute http(s) addresses, no other attributes than href, src, alt, colspan and rowspan.
   */
  html: string;
  /** Address of the page that continues the article; none once all its pages are joined. */
  nextPage?: string | undefined;
  /** Id of the rule that recognised the page; `generic` if none did. */
  rule: string;
}
