import { messages } from '../../messages/messages.js';
import { html, type Html } from '../html.js';

/** A whole page. */
export function layout(title: string, path: string, main: Html): Html {
  const places = [['/', messages.preview.articles], ['/runs', messages.preview.runs]] as const;
  const links = places.map(([href, name]) => html`<li><a href="${href}"${href === path ? html` aria-current="page"` : undefined}>${name}</a></li>`);
  return html`<!doctype html>
<html lang="${messages.preview.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">${messages.preview.skip}</a>
<header><strong>news-scrape</strong><nav aria-label="${messages.preview.navigation}"><ul>${links}</ul></nav></header>
<main id="main">
${main}
</main>
</body>
</html>
`;
}
