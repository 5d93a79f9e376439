import type { ConceptKey } from '#core/ids.ts';
import { recallField, type Cell } from '#core/insight/recall.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { packsOn } from '#core/journal/settings.ts';
import { localized, type Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { StudyDay } from '#core/time.ts';
import type { FieldCell, FieldRow } from './RecallField.tsx';

/** Beyond this many concepts a cell is a group of them. */
const MOST_CELLS = 400;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const recalls = (cells: readonly Cell[]): number[] =>
  cells.flatMap(({ recall }) => (recall === null ? [] : [recall]));

/**
 * The recall field of the packs that are studied, domain by domain, with the words of a language.
 * @param exam the day that it looks at, if one is set and not over
 */
export function fieldRows(
  learner: Learner,
  packs: readonly PackIndex[],
  day: StudyDay,
  language: Language,
  exam: StudyDay | null,
): readonly FieldRow[] {
  const studied = packsOn(packs, learner.settings);
  const groups = recallField(learner, studied, day, exam === null ? undefined : exam - day);
  const total = groups.reduce((sum, { cells }) => sum + cells.length, 0);
  const size = Math.max(1, Math.ceil(total / MOST_CELLS));
  return groups
    .filter(({ cells }) => cells.length > 0)
    .map(({ pack: uid, domain, cells }) => {
      const pack = studied.find((candidate) => candidate.uid === uid);
      const titles = titlesOf(pack, language);
      const met = recalls(cells);
      return {
        id: `${uid}/${domain}`,
        title: domainTitle(pack, domain, language),
        cells: grouped(cells, size, titles),
        met: met.length,
        total: cells.length,
        due: cells.filter(({ due }) => due).length,
        recall: mean(met),
      };
    });
}

const titlesOf = (pack: PackIndex | undefined, language: Language): ReadonlyMap<string, string> =>
  new Map(
    pack?.concepts.map(({ id, title }) => [
      id,
      localized(title, language, pack.languages[0]) ?? id,
    ]),
  );

function domainTitle(pack: PackIndex | undefined, domain: string, language: Language): string {
  const title = pack?.domains.find(({ id }) => id === domain)?.title;
  return (title && localized(title, language, pack?.languages[0])) ?? domain;
}

function grouped(
  cells: readonly Cell[],
  size: number,
  titles: ReadonlyMap<string, string>,
): readonly FieldCell[] {
  const groups: FieldCell[] = [];
  for (let start = 0; start < cells.length; start += size) {
    const group = cells.slice(start, start + size);
    const key: ConceptKey | undefined = group[0]?.key;
    const recall = mean(recalls(group));
    groups.push({
      key: key ?? String(start),
      title: group.map(({ concept }) => titles.get(concept) ?? concept).join(' / '),
      recall,
      quarters: recall === null ? 0 : Math.max(1, Math.round(recall * 4)),
      isDue: group.some(({ due }) => due),
    });
  }
  return groups;
}
