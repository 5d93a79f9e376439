import type { PackUid, Slug } from '#core/ids.ts';
import type { PackChange } from '#core/pack/change.ts';
import { stored } from '#storage/stored.ts';
import type { Stores } from './stores.ts';

/** A mistake that this learner has reported from this device. */
export interface Reported {
  readonly pack: PackUid;
  readonly concept: Slug;
  /** `null` when the concept as a whole was meant. */
  readonly scenario: Slug | null;
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

/** The revision of the text that is here now. */
function textRevOf({ library }: Stores, { pack, concept, scenario }: Reported): string | undefined {
  const { packs } = library.getState();
  return packs
    .find(({ uid }) => uid === pack)
    ?.concepts.find(({ id }) => id === concept)
    ?.scenarios.find(({ id }) => id === scenario)?.textRev;
}

/** Remembers what was reported, so that a newer version can say that it was mended. */
export function rememberReport(stores: Stores, report: Reported): void {
  const shelf = shelfOf(stores);
  const others = shelf.read().value.filter((known) => !isSame(known, report));
  const textRev = textRevOf(stores, report);
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
export const mendedHere = (stores: Stores, pack: PackUid): readonly Reported[] =>
  shelfOf(stores)
    .read()
    .value.filter((report) => {
      const now = report.pack === pack ? textRevOf(stores, report) : undefined;
      return report.textRev !== undefined && now !== undefined && now !== report.textRev;
    });

/** What was reported of a pack and is changed. */
export const reportedIn = (
  stores: Stores,
  pack: PackUid,
  { scenarios, concepts }: PackChange,
): readonly Reported[] => {
  const isChanged = ({ concept, scenario }: Reported): boolean =>
    [...scenarios, ...concepts].some(
      (change) =>
        change.concept === concept &&
        (scenario === null || ('scenario' in change ? change.scenario === scenario : true)),
    );
  return shelfOf(stores)
    .read()
    .value.filter((report) => report.pack === pack && isChanged(report));
};
