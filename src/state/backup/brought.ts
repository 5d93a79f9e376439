import type { Localized } from '#core/language.ts';
import type { Instant } from '#core/time.ts';
import type { DatabaseTrouble } from '#storage/pack-database.ts';
import type { PartsPlan, PlannedDraft, PlannedPack } from './plan.ts';

/** A pack or draft that came in, as it then stood. */
interface Came {
  readonly title: Localized<string>;
  /** The uid of a pack, the id of a draft. */
  readonly id: string;
}

export interface CamePack extends Came {
  readonly digest: string;
  /** Tells it from the same version that somebody adds later. */
  readonly addedAt: Instant;
}

/** What did not come in, and why. */
export interface NotKept {
  readonly kind: 'pack' | 'draft';
  readonly title: Localized<string>;
  /**
   * `unread`: what is here could not be read; `behind`: another draft took its name meanwhile; `stopped`: the import
   * broke off before it.
   */
  readonly why: DatabaseTrouble | 'unread' | 'behind' | 'stopped';
}

/** What an import has brought beside answers. */
export interface Brought {
  readonly packs: readonly CamePack[];
  readonly drafts: readonly Came[];
  readonly notKept: readonly NotKept[];
  /** Nothing broke off on the way. */
  readonly isWhole: boolean;
}

export const isPackComing = ({ relation }: PlannedPack): boolean =>
  relation === 'new' || relation === 'newer';

export const isDraftComing = ({ goes }: PlannedDraft): boolean =>
  goes !== 'known' && goes !== 'unread';

type ComingParts = Pick<PartsPlan, 'packs' | 'drafts'>;

/** Whether packs or drafts come in. */
export const hasComing = ({ packs, drafts }: ComingParts): boolean =>
  packs.some(isPackComing) || drafts.some(isDraftComing);

export const noneBrought: Brought = { packs: [], drafts: [], notKept: [], isWhole: true };

export const draftTitle = ({ title }: PlannedDraft): Localized<string> => ({ '': title });

/** The import broke off before any pack or draft of it. */
export const brokenOff = ({ packs, drafts }: ComingParts): Brought => ({
  ...noneBrought,
  isWhole: false,
  notKept: [
    ...packs
      .filter(isPackComing)
      .map(({ index: { title } }): NotKept => ({ kind: 'pack', title, why: 'stopped' })),
    ...drafts
      .filter(isDraftComing)
      .map((draft): NotKept => ({ kind: 'draft', title: draftTitle(draft), why: 'stopped' })),
  ],
});
