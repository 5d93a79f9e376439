import type { ExamProfile } from '#core/exam/profile.ts';
import { isDoubted, noDoubts } from './doubts.ts';
import type { Pack } from './model.ts';
import type { Problem } from './problem.ts';
import { absolute } from './rules/absolute.ts';
import { choose } from './rules/choose.ts';
import { agedClaims, claims } from './rules/claims.ts';
import { contrast } from './rules/contrast.ts';
import { coverage } from './rules/coverage.ts';
import { covers } from './rules/covers.ts';
import { domains } from './rules/domains.ts';
import { evidence } from './rules/evidence.ts';
import { exam } from './rules/exam.ts';
import { formerIds } from './rules/former-ids.ts';
import { hiddenCharacters } from './rules/hidden.ts';
import { ids } from './rules/ids.ts';
import { key } from './rules/key.ts';
import { longestOften, longestOption } from './rules/length.ts';
import { letters } from './rules/letters.ts';
import { misconceptions, standsFor } from './rules/misconceptions.ts';
import { names } from './rules/names.ts';
import { nearDuplicate } from './rules/near-duplicate.ts';
import { negative } from './rules/negative.ts';
import { numbers } from './rules/numbers.ts';
import { place } from './rules/place.ts';
import { reasons } from './rules/reasons.ts';
import { warning, type Rule } from './rules/rule.ts';
import { situation } from './rules/situation.ts';
import { sizes } from './rules/sizes.ts';
import { stranger } from './rules/stranger.ts';
import { termsDiffer } from './rules/terms-differ.ts';
import { texts } from './rules/texts.ts';
import { optionTranslations, translations } from './rules/translations.ts';
import { typed } from './rules/typed.ts';
import { isSilenced, pathKey, placeOf, sortedProblems, type Source } from './source.ts';

/** What makes a scenario wrong or unanswerable, then what the craft advises against. */
const rules: readonly Rule[] = [
  ids,
  formerIds,
  names,
  translations,
  optionTranslations,
  sizes,
  key,
  choose,
  texts,
  hiddenCharacters,
  reasons,
  typed,
  claims,
  agedClaims,
  evidence,
  domains,
  exam,
  coverage,
  contrast,
  longestOption,
  longestOften,
  place,
  absolute,
  negative,
  letters,
  numbers,
  stranger,
  termsDiffer,
  nearDuplicate,
  misconceptions,
  standsFor,
  situation,
];

export interface Examination {
  /** Errors and warnings that nobody silenced, by file and line. */
  readonly problems: readonly Problem[];
  /** How many warnings authors have weighed and silenced. */
  readonly silenced: number;
}

const noSource: Source = { places: new Map(), silences: [], doubts: noDoubts };

/**
 * Examines a whole pack: what the schema cannot see. Without a source, problems have a path and no place.
 * @param profiles the exams that a pack may say it covers; none where they are not at hand
 */
export function examine(
  pack: Pack,
  source: Source = noSource,
  profiles: readonly ExamProfile[] = [],
): Examination {
  const found = [...rules.flatMap((rule) => rule(pack)), ...covers(pack, profiles)]
    .filter((finding) => !isDoubted(source.doubts, finding))
    .map((finding): Problem => ({ ...finding, ...placeOf(source, finding.path) }));
  const problems = found.filter((problem) => !isSilenced(source, problem));
  return {
    problems: sortedProblems([...problems, ...unusedSilences(source, found)]),
    silenced: found.length - problems.length,
  };
}

/** A silence whose reason is gone would hide the next mistake. */
const unusedSilences = (source: Source, found: readonly Problem[]): readonly Problem[] =>
  source.silences
    .filter(
      (silence) =>
        !source.doubts.has(pathKey(silence.path)) &&
        !found.some((problem) => isSilenced({ ...source, silences: [silence] }, problem)),
    )
    .map(({ path, code }) => ({
      ...warning('silence_unused', path, { code }),
      ...placeOf(source, [...path, 'silence']),
    }));
