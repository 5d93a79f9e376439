import { letterOf, textOf, type Html, type Printed } from './page.ts';

/** What is asked: the case, the situation, the question. */
export function stemHtml({ shared, text }: Printed, html: Html): string {
  const around = shared
    ? `<div class="case"><p><strong>${html.line([shared.title])}</strong></p>${html.blocks(shared.situation)}</div>`
    : '';
  return `${around}${html.blocks(text.situation)}<p><strong>${html.line(text.question)}</strong></p>`;
}

/** What stands under letters. */
const lettersHtml = ({ lettered }: Printed, html: Html): string =>
  `<ol class="letters">${lettered
    .map(
      ({ text }, place) =>
        `<li><span>${letterOf(place)}</span><span>${html.line(text)}</span></li>`,
    )
    .join('')}</ol>`;

const blank = '<span class="line short"></span>';

/** What is to be chosen, ordered, matched or written. */
export function choicesHtml(printed: Printed, html: Html): string {
  const { scenario, text } = printed;
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return lettersHtml(printed, html);
    case 'ordering': {
      const places = scenario.steps.map((_step, place) => `${place + 1}. ${blank}`).join(' ');
      return `${lettersHtml(printed, html)}<p>${places}</p>`;
    }
    case 'matching': {
      const prompts = scenario.prompts
        .flatMap(({ id }) => textOf(text, id))
        .map((prompt) => `<li>${blank}<span>${html.line(prompt.text)}</span></li>`)
        .join('');
      return `<ul class="plain">${prompts}</ul>${lettersHtml(printed, html)}`;
    }
    case 'short':
      return '<p><span class="line"></span></p>';
  }
}
