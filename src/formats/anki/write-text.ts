import { localized, type Language } from '#core/language.ts';
import { lineText, type Block, type Document, type Line } from '#core/pack/document.ts';
import type { Concept, OptionText, Pack, Scenario, ScenarioText } from '#core/pack/model.ts';
import { toHtml, type HtmlDialect } from '#formats/to-html.ts';
import { NO_REASON } from '#formats/listed-options.ts';

const dialect: HtmlDialect = { image: (source) => source, mark: ['<mark>', '</mark>'] };
const RULE = '<hr>';
const letters = 'ABCDEFGHIJKL';

const paragraph = (...children: Line): Block => ({ type: 'paragraph', children });
const list = (ordered: boolean, items: readonly Document[]): Block => ({
  type: 'list',
  ordered,
  items,
});
const html = (blocks: Document): string =>
  toHtml(blocks, dialect).replaceAll('<ol>', '<ol type="A">');

interface Card {
  readonly front: string;
  readonly back: string;
}

const strong = (text: string): Block => paragraph({ type: 'strong', children: [text] });

/** Why and when, option by option; nothing when nothing is said of any. */
function reasons(options: readonly OptionText[]): Document {
  const items = options.map(({ why = [], rightWhen = [] }): Document => {
    const when = rightWhen.length === 0 ? [] : [paragraph('→ ', ...rightWhen)];
    const said = [...why, ...when];
    return said.length === 0 ? [paragraph(NO_REASON)] : said;
  });
  const hasAny = options.some(({ why = [], rightWhen = [] }) => why.length + rightWhen.length > 0);
  return hasAny ? [list(true, items)] : [];
}

const backOf = (answer: Document, below: Document): string =>
  below.length === 0 ? html(answer) : `${html(answer)}${RULE}${html(below)}`;

const linesById = (text: ScenarioText): ReadonlyMap<string, Line> =>
  new Map(text.options.map((option) => [option.id, option.text]));

/** Items in an order that tells nothing. */
const byWords = (lines: readonly Line[]): readonly Document[] =>
  lines
    .toSorted((a, b) => (lineText(a) < lineText(b) ? -1 : 1))
    .map((line) => [paragraph(...line)]);

function cardOf(scenario: Scenario, text: ScenarioText, stem: Document): Card {
  const lines = linesById(text);
  const line = (id: string): Line => lines.get(id) ?? [];
  const below = [...text.decides, ...reasons(text.options)];
  switch (scenario.kind) {
    case 'single':
    case 'multiple': {
      const options = scenario.options.map(({ id }): Document => [paragraph(...line(id))]);
      const right = scenario.options.flatMap((option, place) =>
        option.right ? [letters[place] ?? ''] : [],
      );
      return {
        front: html([...stem, list(true, options)]),
        back: backOf([strong(right.join(', '))], below),
      };
    }
    case 'short':
      return {
        front: html(stem),
        back: backOf([paragraph(...typedAnswers(scenario, text))], text.decides),
      };
    case 'ordering': {
      const all = [...scenario.steps, ...scenario.spare].map(line);
      const steps = scenario.steps.map((id): Document => [paragraph(...line(id))]);
      return {
        front: html([...stem, list(false, byWords(all))]),
        back: backOf([list(true, steps)], below),
      };
    }
    case 'matching': {
      const prompts = scenario.prompts.map(({ id }): Document => [paragraph(...line(id))]);
      const pairs = scenario.prompts.map(({ id, choice }): Document => [
        paragraph(...line(id), ' → ', ...line(choice)),
      ]);
      const choices = list(false, byWords(scenario.choices.map(line)));
      return {
        front: html([...stem, list(false, prompts), paragraph('→'), choices]),
        back: backOf([list(false, pairs)], below),
      };
    }
  }
}

/** All answers that are accepted, unless one holds the sign that parts them. */
function typedAnswers(scenario: Scenario<'short'>, text: ScenarioText): Line {
  const right = new Set(scenario.answers.filter((answer) => answer.right).map(({ id }) => id));
  const answers = text.options
    .filter(({ id }) => right.has(id))
    .map((option) => lineText(option.text));
  const [first = ''] = answers;
  return [answers.some((answer) => answer.includes('|')) ? first : answers.join(' | ')];
}

const quotedCell = (cell: string): string =>
  /["\t\n\r]|^#/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A name without what would end its line or its tag. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const own = ({ origin }: Scenario): string =>
  origin?.format.startsWith('anki') === true ? (origin.name ?? '') : '';

/** A note that came from Anki keeps what Anki calls it, if no other scenario came from the same note. */
function guidsOf(pack: Pack): (concept: Concept, scenario: Scenario) => string {
  const counts = new Map<string, number>();
  for (const scenario of pack.concepts.flatMap(({ scenarios }) => scenarios))
    counts.set(own(scenario), (counts.get(own(scenario)) ?? 0) + 1);
  return (concept, scenario) =>
    own(scenario) !== '' && counts.get(own(scenario)) === 1
      ? own(scenario)
      : `${pack.uid}/${concept.id}/${scenario.id}`;
}

/**
 * A pack in one language as a text that Anki imports: a front and a back for each scenario. The same scenario always
 * has the same guid, so that importing a newer version changes notes instead of adding them.
 */
export function writeAnkiText(pack: Pack, language: Language): string {
  const guid = guidsOf(pack);
  const rows = pack.concepts.flatMap((concept) =>
    concept.scenarios.flatMap((scenario): string[] => {
      const text = scenario.text[language];
      if (!text) return [];
      const shared = pack.cases.find(({ id }) => id === scenario.case);
      const above = (shared && localized(shared.text, language)?.situation) ?? [];
      const stem = [...above, ...text.situation, paragraph(...text.question)];
      const { front, back } = cardOf(scenario, text, stem);
      const cells = [guid(concept, scenario), front, back, `${concept.domain}::${concept.id}`];
      return [cells.map(quotedCell).join('\t')];
    }),
  );
  const deck = oneLine(localized(pack.title, language, pack.languages[0]) ?? pack.uid);
  const head = [
    '#separator:tab',
    '#html:true',
    `#deck:${deck}`,
    '#guid column:1',
    '#tags column:4',
  ];
  return `${[...head, ...rows].join('\n')}\n`;
}
