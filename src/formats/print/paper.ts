import { escapeXml } from '#formats/xml.ts';
import { htmlOf, langOf, pageHtml, printedOf, type Print } from './page.ts';
import { choicesHtml, stemHtml } from './question.ts';

/** An exam paper: every question with room for the answer, and nothing that gives it away. */
export function paperHtml(print: Print): string {
  const html = htmlOf(print, false);
  const { name, date, points } = print.words;
  const head = [name, date, points]
    .map((word) => `<span>${escapeXml(word)} <span class="line"></span></span>`)
    .join('');
  const articles = printedOf(print).map(
    (one) =>
      `<article${langOf(print, one)}><h2>${one.number}</h2>${stemHtml(one, html)}${choicesHtml(one, html)}</article>`,
  );
  return pageHtml(print, '', `<div class="head">${head}</div>\n${articles.join('\n')}`);
}
