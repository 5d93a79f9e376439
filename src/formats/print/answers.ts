import type { OptionText } from '#core/pack/model.ts';
import { escapeXml } from '#formats/xml.ts';
import {
  htmlOf,
  langOf,
  letterFor,
  letterOf,
  pageHtml,
  printedOf,
  rightIds,
  textOf,
  type Html,
  type Print,
  type Printed,
} from './page.ts';

/** What is right in a few letters or words. */
export function rightHtml(printed: Printed, html: Html): string {
  const { scenario, text } = printed;
  const ids = rightIds(scenario);
  // Accepted answers of every language hold in every language.
  if (scenario.kind === 'short')
    return scenario.answers
      .filter(({ right }) => right)
      .flatMap(({ texts }) => texts)
      .map((accepted) => html.line([accepted]))
      .join(' / ');
  const letters = ids.map((id) => letterFor(printed, id));
  if (scenario.kind === 'ordering') return letters.join(' → ');
  if (scenario.kind === 'matching')
    return scenario.prompts
      .map(({ id }, place) => {
        const prompt = textOf(text, id).map((option) => html.line(option.text));
        return `${prompt.join('')}: ${letters[place] ?? '?'}`;
      })
      .join('<br>');
  return letters.toSorted().join(', ');
}

/** The reasons of an option, where it has any. */
function reasonHtml(print: Print, option: OptionText, html: Html): string {
  const { rightWhen } = print.words;
  const when = option.rightWhen
    ? `<p><em>${escapeXml(rightWhen)}</em> ${html.line(option.rightWhen)}</p>`
    : '';
  return html.blocks(option.why ?? []) + when;
}

function optionsHtml(print: Print, printed: Printed, html: Html): string {
  const { scenario, text, lettered } = printed;
  const right = new Set(rightIds(scenario));
  const shown = scenario.kind === 'short' ? text.options : lettered;
  const prompts =
    scenario.kind === 'matching' ? scenario.prompts.flatMap(({ id }) => textOf(text, id)) : [];
  const item = (option: OptionText, mark: string, isRight: boolean): string =>
    `<li><span>${mark}</span><div><span${isRight ? ' class="right"' : ''}>${html.line(option.text)}</span>${reasonHtml(print, option, html)}</div></li>`;
  const letter = (place: number): string => (scenario.kind === 'short' ? '' : letterOf(place));
  return `<ol class="letters">${[
    ...prompts.map((option) => item(option, '', false)),
    ...shown.map((option, place) =>
      item(option, `${letter(place)}${right.has(option.id) ? ' ✓' : ''}`, right.has(option.id)),
    ),
  ].join('')}</ol>`;
}

/** The answers to a paper with the same seed: what is right, with every reason and what decides. */
export function answersHtml(print: Print): string {
  const html = htmlOf(print, true);
  const { answers, decides } = print.words;
  const articles = printedOf(print).map((one) => {
    const what = html.blocks(one.text.decides);
    return [
      `<article${langOf(print, one)}><h2>${one.number}. <span class="right">${rightHtml(one, html)}</span></h2>`,
      `<p>${html.line(one.text.question)}</p>`,
      optionsHtml(print, one, html),
      what === '' ? '' : `<p><em>${escapeXml(decides)}</em></p>${what}`,
      '</article>',
    ].join('');
  });
  return pageHtml(print, answers, articles.join('\n'));
}
