import { localized } from '#core/language.ts';
import { escapeXml } from '#formats/xml.ts';
import { rightHtml } from './answers.ts';
import {
  htmlOf,
  langOf,
  pageHtml,
  printedOf,
  type Html,
  type Print,
  type Printed,
} from './page.ts';
import { choicesHtml, stemHtml } from './question.ts';

/** What is right in words, for a card that stands alone. */
function backHtml(print: Print, printed: Printed, html: Html): string {
  const { pack, words } = print;
  const { concept, text, language } = printed;
  const rule = localized(concept.text, language, pack.languages[0]);
  return [
    `<p class="right">${rightHtml(printed, html)}</p>`,
    html.blocks(text.decides),
    rule
      ? `<p><em>${escapeXml(words.rule)}</em> <strong>${html.line([rule.title])}</strong></p>${html.blocks(rule.rule)}`
      : '',
  ].join('');
}

/** Cards to be cut out and folded: the question in front, the answer and the concept's rule behind. */
export function cardsHtml(print: Print): string {
  const front = htmlOf(print, false);
  const back = htmlOf(print, true);
  const cards = printedOf(print).map(
    (one) =>
      `<section class="card"${langOf(print, one)}><div>${stemHtml(one, front)}${choicesHtml(one, front)}</div><div>${backHtml(print, one, back)}</div></section>`,
  );
  return pageHtml(print, '', cards.join('\n'));
}
