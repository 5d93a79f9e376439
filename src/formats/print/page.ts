import { shownOrder } from '#core/answer/grade.ts';
import type { Slug } from '#core/ids.ts';
import { localized, shownLanguage, type Language } from '#core/language.ts';
import type { Document, Line } from '#core/pack/document.ts';
import type { Case, Concept, OptionText, Pack, Scenario, ScenarioText } from '#core/pack/model.ts';
import { hashText } from '#core/random.ts';
import { encodeBase64 } from '#formats/base64.ts';
import { pictureKind } from '#formats/picture-kind.ts';
import { lineToHtml, toHtml, type HtmlDialect } from '#formats/to-html.ts';
import { escapeXml } from '#formats/xml.ts';

/** What is to be printed, and in which language. */
export interface Print {
  readonly pack: Pack;
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly language: Language;
  readonly words: PrintWords;
  /** Of the order of options: paper and answers with the same seed belong together. */
  readonly seed: number;
}

/** The words that a sheet adds to those of the pack, in the language of the print. */
export interface PrintWords {
  readonly name: string;
  readonly date: string;
  readonly points: string;
  readonly answers: string;
  readonly rightWhen: string;
  readonly decides: string;
  readonly rule: string;
}

/** A scenario as it is printed. */
export interface Printed {
  readonly number: number;
  readonly concept: Concept;
  readonly scenario: Scenario;
  readonly language: Language;
  readonly text: ScenarioText;
  readonly shared: Case['text'][Language];
  /** What stands under letters, in the order in which they are shown. */
  readonly lettered: readonly OptionText[];
}

/** Every scenario to be printed, with its words in the language of the print or the nearest that there is. */
export function printedOf({ pack, language, seed }: Print): readonly Printed[] {
  const [source] = pack.languages;
  const all = pack.concepts.flatMap((concept) =>
    concept.scenarios.flatMap((scenario) => {
      const written = Object.keys(scenario.text);
      const shown = shownLanguage(written, language, source);
      const text = shown === undefined ? undefined : scenario.text[shown];
      if (shown === undefined || !text) return [];
      const shared = pack.cases.find(({ id }) => id === scenario.case);
      const key = `${pack.uid}/${concept.id}/${scenario.id}/${seed}`;
      return [
        {
          concept,
          scenario,
          language: shown,
          text,
          shared: shared && localized(shared.text, shown, source),
          lettered: shownOrder(scenario, hashText(key)).flatMap((id) => textOf(text, id)),
        },
      ];
    }),
  );
  return all.map((one, index) => ({ ...one, number: index + 1 }));
}

export const textOf = ({ options }: ScenarioText, id: Slug): readonly OptionText[] =>
  options.filter((option) => option.id === id);

/** `A` to `Z`, then `AA`. */
export const letterOf = (place: number): string =>
  (place < 26 ? '' : letterOf(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

export const letterFor = ({ lettered }: Printed, id: Slug): string => {
  const place = lettered.findIndex((option) => option.id === id);
  return place < 0 ? '?' : letterOf(place);
};

/** Ids in the order of the key: what is right, the steps, the choices of the prompts. */
export function rightIds(scenario: Scenario): readonly Slug[] {
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return scenario.options.filter(({ right }) => right).map(({ id }) => id);
    case 'ordering':
      return scenario.steps;
    case 'matching':
      return scenario.prompts.map(({ choice }) => choice);
    case 'short':
      return scenario.answers.filter(({ right }) => right).map(({ id }) => id);
  }
}

/** The text tree as HTML with pictures in it. */
export interface Html {
  readonly line: (line: Line) => string;
  readonly blocks: (document: Document) => string;
}

const mimeOf = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const;

/** @param isMarked whether the words that decide are shown as such */
export function htmlOf({ media }: Print, isMarked: boolean): Html {
  const addresses = new Map<string, string>();
  const image = (source: string): string => {
    const known = addresses.get(source);
    if (known !== undefined) return known;
    const bytes = media.get(source);
    const kind = bytes && pictureKind(bytes);
    const address = bytes && kind ? `data:${mimeOf[kind]};base64,${encodeBase64(bytes)}` : '';
    addresses.set(source, address);
    return address;
  };
  const dialect: HtmlDialect = isMarked ? { image } : { image, mark: ['', ''] };
  return {
    line: (line) => lineToHtml(line, dialect),
    blocks: (document) => toHtml(document, dialect),
  };
}

const style = `
:root { color-scheme: only light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 1rem; background: #fff; color: #000; font: 11pt/1.5 system-ui, "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", sans-serif; line-break: strict; overflow-wrap: anywhere; }
h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin: 0 0 0.3em; } p { margin: 0 0 0.5em; }
article { break-inside: avoid; margin: 0 0 1.6em; }
ol.letters, ul.plain { list-style: none; margin: 0.4em 0; padding: 0; }
ol.letters > li, ul.plain > li { display: grid; grid-template-columns: 2.2em 1fr; margin: 0.25em 0; break-inside: avoid; }
.line { border-bottom: 1px solid #000; display: inline-block; min-width: 10em; height: 1.4em; }
.short { min-width: 3em; }
.head { display: flex; flex-wrap: wrap; gap: 0.5em 2em; margin: 0 0 1.5em; }
.case { border-left: 2px solid #000; margin: 0 0 0.6em; padding-left: 0.8em; }
.right { font-weight: 700; }
.card { border: 1px dashed #000; display: grid; grid-template-columns: 1fr 1fr; break-inside: avoid; margin: 0 0 0.5em; }
.card > div { padding: 0.8em; min-width: 0; } .card > div + div { border-left: 1px dashed #000; }
mark { background: none; color: inherit; text-decoration: underline; text-decoration-thickness: 2px; }
img { max-width: 100%; max-height: 40vh; } pre { white-space: pre-wrap; border: 1px solid #000; padding: 0.4em; }
table { border-collapse: collapse; } th, td { border: 1px solid #000; padding: 0.2em 0.5em; text-align: left; }
a { color: inherit; }
@page { margin: 18mm 16mm; } @media print { body { padding: 0; max-width: none; } }
`;

const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** A whole page, which asks for nothing else and runs nothing. */
export function pageHtml({ pack, language }: Print, title: string, body: string): string {
  const name = localized(pack.title, language, pack.languages[0]) ?? '';
  const whole = escapeXml(title === '' ? name : `${name}: ${title}`);
  return [
    '<!doctype html>',
    `<html lang="${escapeXml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${whole}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${whole}</h1>`,
    body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What is said in another language than the page says so. */
export const langOf = ({ language }: Print, { language: own }: Printed): string =>
  own === language ? '' : ` lang="${escapeXml(own)}"`;
