import type { PackUid, Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { canonicalJson } from '#core/pack/canonical.ts';
import type { PackChange } from '#core/pack/change.ts';
import type { ConceptChunk } from '#core/pack/library.ts';
import { digest } from '#formats/digest.ts';
import { stored } from '#storage/stored.ts';
import type { Stores } from './stores.ts';

/** A mistake that this learner has reported from this device. */
export interface Reported {
  readonly pack: PackUid;
  readonly concept: Slug;
  /** `null` when the concept as a whole was meant. */
  readonly scenario: Slug | null;
  /** In which a concept as a whole was read. */
  readonly language?: Language;
  /** The text that was meant. */
  readonly textRev?: string;
}

/** More are forgotten, the oldest first. */
const MOST = 200;

const isReported = (value: unknown): value is Reported =>
  typeof value === 'object' &&
  value !== null &&
  'pack' in value &&
  typeof value.pack === 'string' &&
  'concept' in value &&
  typeof value.concept === 'string' &&
  'scenario' in value &&
  (value.scenario === null || typeof value.scenario === 'string') &&
  (!('language' in value) || typeof value.language === 'string') &&
  (!('textRev' in value) || typeof value.textRev === 'string');

const shelfOf = ({ ports }: Stores) =>
  stored<readonly Reported[]>({
    keyValue: ports.keyValue,
    key: `mondo/${ports.learner}/reports`,
    version: 1,
    parse: (value) => (Array.isArray(value) ? value.filter(isReported) : undefined),
    fallback: [],
  });

const isSame = (one: Reported, other: Reported): boolean =>
  one.pack === other.pack && one.concept === other.concept && one.scenario === other.scenario;

/** Pictures of added packs have other addresses with each start. */
const PICTURE = /blob:[^"]*/g;

/** Changes when anything that is read of a concept changes. */
async function wholeRev({ language, title, rule, scenarios }: ConceptChunk): Promise<string> {
  const revs = scenarios.map(({ textRev }) => textRev);
  return digest(canonicalJson({ language, title, rule, revs }).replaceAll(PICTURE, ''));
}

/** The revision of the text that is here now. */
async function textRevOf(
  { library }: Stores,
  { pack, concept, scenario, language }: Reported,
): Promise<string | undefined> {
  const { packs, concept: read } = library.getState();
  const found = packs.find(({ uid }) => uid === pack)?.concepts.find(({ id }) => id === concept);
  if (scenario !== null) return found?.scenarios.find(({ id }) => id === scenario)?.textRev;
  if (found === undefined || language === undefined) return undefined;
  const chunk = await read(pack, concept, language);
  return chunk.ok ? wholeRev(chunk.value) : undefined;
}

/** Remembers what was reported, so that a newer version can say that it was mended. */
export async function rememberReport(stores: Stores, report: Reported): Promise<void> {
  const textRev = await textRevOf(stores, report);
  const shelf = shelfOf(stores);
  const others = shelf.read().value.filter((known) => !isSame(known, report));
  const whole = textRev === undefined ? report : { ...report, textRev };
  shelf.write([...others, whole].slice(-MOST));
}

/** Forgets reports of which the learner was told that they were mended: a later change is another one. */
export function forgetReports(stores: Stores, told: readonly Reported[]): void {
  if (told.length === 0) return;
  const shelf = shelfOf(stores);
  shelf.write(shelf.read().value.filter((report) => !told.some((known) => isSame(known, report))));
}

/** What was reported of a pack and reads otherwise now: as when a newer Mondo has brought a newer version along. */
export async function mendedHere(stores: Stores, pack: PackUid): Promise<readonly Reported[]> {
  const reports = shelfOf(stores)
    .read()
    .value.filter((report) => report.pack === pack && report.textRev !== undefined);
  const revs = await Promise.all(reports.map((report) => textRevOf(stores, report)));
  return reports.filter(
    ({ textRev }, place) => revs[place] !== undefined && revs[place] !== textRev,
  );
}

/** What was reported of a pack and is changed. */
export const reportedIn = (
  stores: Stores,
  pack: PackUid,
  { scenarios, concepts }: PackChange,
): readonly Reported[] => {
  const isChanged = ({ concept, scenario }: Reported): boolean =>
    scenarios.some(
      (change) => change.concept === concept && (scenario === null || change.scenario === scenario),
    ) ||
    concepts.some(
      ({ kind, concept: changed }) =>
        changed === concept && (kind === 'retire' || (kind === 'reword' && scenario === null)),
    );
  return shelfOf(stores)
    .read()
    .value.filter((report) => report.pack === pack && isChanged(report));
};
