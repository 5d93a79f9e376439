import { documentText, lineText } from '#core/pack/document.ts';
import type { Pack } from '#core/pack/model.ts';
import { type Finding, scenariosOf, sourceOf, warning } from './rule.ts';

/** Share of three-word groups that two stems have in common. */
const ALIKE = 0.5;
/** A group that stands in so many stems is a turn of phrase and tells nothing. */
const COMMON = 50;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Groups of three words, or of five letters where blanks part no words. */
function shingles(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.join('');
  const spaced = !unspaced.test(letters);
  const units = spaced ? words : Array.from(letters);
  const size = spaced ? 3 : 5;
  return new Set(
    Array.from({ length: Math.max(0, units.length - size + 1) }, (_, index) =>
      units.slice(index, index + size).join(' '),
    ),
  );
}

/** Two scenarios whose situation and question are nearly the same. */
export function nearDuplicate(pack: Pack): readonly Finding[] {
  const stems = scenariosOf(pack).map((placed) => {
    const text = placed.scenario.text[sourceOf(pack)];
    const words = text ? `${documentText(text.situation)} ${lineText(text.question)}` : '';
    return { ...placed, groups: shingles(words) };
  });
  const holders = new Map<string, number[]>();
  return stems.flatMap(({ path, groups }, index) => {
    const shared = new Map<number, number>();
    for (const group of groups) {
      const earlier = holders.get(group) ?? [];
      if (earlier.length >= COMMON) continue;
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      earlier.push(index);
      holders.set(group, earlier);
    }
    return [...shared].flatMap(([number, count]) => {
      const other = stems[number];
      const all = groups.size + (other?.groups.size ?? 0) - count;
      if (!other || count / all < ALIKE) return [];
      const id = `${other.concept.id}/${other.scenario.id}`;
      return [warning('near_duplicate', path, { id, percent: Math.round((count / all) * 100) })];
    });
  });
}
