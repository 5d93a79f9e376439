import { lineText } from '#core/pack/document.ts';
import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import type {
  Case,
  Concept,
  KindMap,
  Note,
  NotePart,
  OptionText,
  Pack,
  Scenario,
  ScenarioText,
} from '#core/pack/model.ts';
import { shownIds } from '#core/pack/rules/rule.ts';
import { settledDocument, settledLine, settledTitle } from './settle.ts';

/** What an object would be after a way through YAML: numbers first, the last of a kind. */
const asKeys = <T extends { readonly id: Slug }>(things: readonly T[]): T[] =>
  Object.values(Object.fromEntries(things.map((thing) => [thing.id, thing])));

const bySlug = <T extends { readonly id: Slug }>(things: readonly T[]): T[] =>
  [...new Map(things.map((thing) => [thing.id, thing])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : Number(a.id > b.id),
  );

function texts<T, U>(
  languages: readonly Language[],
  text: Localized<T>,
  change: (one: T, language: Language) => U,
): Localized<U> {
  const entries = languages.flatMap((language) => {
    const one = text[language];
    return one === undefined ? [] : [[language, change(one, language)] as const];
  });
  return Object.fromEntries(entries);
}

/** The pack in the form in which files hold it: what reading them gives, save revisions. */
export function settledPack(pack: Pack): Pack {
  const { languages } = pack;
  return {
    ...pack,
    terms: asKeys(pack.terms),
    notes: bySlug(pack.notes).map((note) => settledNote(languages, note)),
    cases: bySlug(pack.cases).map((one) => settledCase(languages, one)),
    concepts: bySlug(pack.concepts).map((concept) => settledConcept(languages, concept)),
  };
}

const settledNote = (languages: readonly Language[], note: Note): Note => ({
  ...note,
  claims: asKeys(note.claims),
  text: texts(languages, note.text, ({ title, body }) => ({
    title: settledTitle(title),
    body: settledBody(body),
  })),
});

/** Text beside text is one text. */
function settledBody(body: readonly NotePart[]): readonly NotePart[] {
  const done: NotePart[] = [];
  for (const part of body) {
    const last = done.at(-1);
    if (part.type === 'claim') done.push(settledClaim(part));
    else if (last?.type === 'text')
      done[done.length - 1] = {
        type: 'text',
        blocks: settledDocument([...last.blocks, ...part.blocks]),
      };
    else done.push({ type: 'text', blocks: settledDocument(part.blocks) });
  }
  return done.filter((part) => part.type === 'claim' || part.blocks.length > 0);
}

function settledClaim(part: Extract<NotePart, { type: 'claim' }>): NotePart {
  const { today, ...rest } = part;
  const settled = settledDocument(today ?? []);
  return {
    ...rest,
    says: settledLine(part.says),
    ...(settled.length > 0 ? { today: settled } : {}),
  };
}

const settledCase = (languages: readonly Language[], one: Case): Case => ({
  ...one,
  text: texts(languages, one.text, ({ title, situation }) => ({
    title: settledTitle(title),
    situation: settledDocument(situation),
  })),
});

export const settledConcept = (languages: readonly Language[], concept: Concept): Concept => ({
  ...concept,
  text: texts(languages, concept.text, ({ title, rule }) => ({
    title: settledTitle(title),
    rule: settledDocument(rule),
  })),
  scenarios: bySlug(renamed(concept.scenarios)).map((scenario) =>
    settledScenario(languages, scenario),
  ),
});

/** The file `concept.md` is the concept's own: a scenario of that name takes another, and keeps its past. */
function renamed(scenarios: readonly Scenario[]): readonly Scenario[] {
  const used = new Set(scenarios.map(({ id }) => id));
  const free = [
    'concept-scenario',
    ...scenarios.map((_, index) => `concept-scenario-${index + 2}`),
  ];
  const id = free.find((candidate) => !used.has(candidate)) ?? 'concept-scenario';
  return scenarios.map((scenario) =>
    scenario.id === 'concept' ? { ...scenario, id, was: [...scenario.was, 'concept'] } : scenario,
  );
}

export function settledScenario(languages: readonly Language[], scenario: Scenario): Scenario {
  const ids = shownIds(scenario);
  const text = texts(languages, scenario.text, (one, language) =>
    inOrder(settledText(one), ids, language === languages[0]),
  );
  if (scenario.kind !== 'short') return { ...scenario, text };
  const spread = spreadAnswers(scenario.answers, text);
  return { ...scenario, ...spread };
}

/** Options in the order of the key, which files tell by the order of the source; there each of them has a place. */
function inOrder(text: ScenarioText, ids: readonly Slug[], isSource: boolean): ScenarioText {
  const known = ids.flatMap((id): readonly OptionText[] => {
    const option = text.options.find((one) => one.id === id);
    if (option) return [option];
    return isSource ? [{ id, text: [] }] : [];
  });
  return { ...text, options: [...known, ...text.options.filter(({ id }) => !ids.includes(id))] };
}

const settledText = ({ situation, question, options, decides }: ScenarioText): ScenarioText => ({
  situation: settledDocument(situation),
  question: settledLine(question),
  options: options.map(settledOption),
  decides: settledDocument(decides),
});

function settledOption({ id, text, why, rightWhen }: OptionText): OptionText {
  const reasons = settledDocument(why ?? []);
  const when = settledLine(rightWhen ?? []);
  return {
    id,
    text: settledLine(text),
    ...(reasons.length > 0 ? { why: reasons } : {}),
    ...(when.length > 0 ? { rightWhen: when } : {}),
  };
}

type Answers = KindMap['short']['answers'];

/** An answer holds what it says in each language; further wordings become answers of their own. */
function spreadAnswers(answers: Answers, text: Localized<ScenarioText>) {
  const said = (id: Slug): string[] =>
    Object.values(text).flatMap((one) =>
      (one?.options ?? [])
        .filter((option) => option.id === id)
        .map((option) => lineText(option.text)),
    );
  const used = new Set(answers.map(({ id }) => id));
  const added: { readonly id: Slug; readonly right: boolean; readonly text: string }[] = [];
  const kept = answers.map(({ id, right, texts: wordings }) => {
    const own = [...new Set(said(id))];
    for (const wording of new Set(wordings.map(settledTitle))) {
      if (own.includes(wording) || wording === '') continue;
      const fresh = freeId(id, used);
      used.add(fresh);
      added.push({ id: fresh, right, text: wording });
    }
    return { id, right, texts: own };
  });
  const more = added.map(({ id, text: wording }): OptionText => ({ id, text: [wording] }));
  return {
    answers: [
      ...kept,
      ...added.map(({ id, right, text: wording }) => ({ id, right, texts: [wording] })),
    ],
    text: texts(Object.keys(text), text, (one) => ({ ...one, options: [...one.options, ...more] })),
  };
}

function freeId(id: Slug, used: ReadonlySet<Slug>): Slug {
  for (let number = 2; ; number += 1) {
    const candidate = `${id.slice(0, 58)}-${number}`;
    if (!used.has(candidate)) return candidate;
  }
}
