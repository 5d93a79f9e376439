import { useTranslation } from '#ui/words.tsx';
import type { PartsPlan, PlannedDraft, PlannedPack } from '#state/backup/plan.ts';
import { partTitle } from './part-words.ts';

/** More of a kind are counted. */
const MOST_LISTED = 20;

/** What of a backup's packs and drafts comes in, is here already, is left alone or cannot be taken. */
export function PreviewParts({ parts }: { readonly parts: PartsPlan }) {
  const { t } = useTranslation('settings');
  return (
    <>
      <PackGroups packs={parts.packs} />
      <DraftGroups drafts={parts.drafts} />
      <UnreadGroup parts={parts} />
      <Group
        words={t('previewBroken', { count: parts.broken.length })}
        items={parts.broken.map(({ kind, name, why }) =>
          t('previewBrokenPart', {
            title: name === '' ? t(`${kind}Untitled`) : name,
            reason: t(`fault-${why}`),
          }),
        )}
      />
    </>
  );
}

function PackGroups({ packs }: Pick<PartsPlan, 'packs'>) {
  const { t, i18n } = useTranslation('settings');
  const those = (...relations: readonly PlannedPack['relation'][]) =>
    packs.filter(({ relation }) => relations.includes(relation));
  const valuesOf = ({ index: { title, version }, here }: PlannedPack) => ({
    title: partTitle(t, 'pack', title, i18n.language),
    version,
    here,
  });
  const fresh = those('new');
  const newer = those('newer');
  const same = those('same');
  const left = those('older', 'differs');
  return (
    <>
      <Group
        words={t('previewPacks', { count: fresh.length })}
        items={fresh.map((pack) => t('previewPack', valuesOf(pack)))}
      />
      <Group
        words={t('previewNewer', { count: newer.length })}
        items={newer.map((pack) => t('previewNewerPack', valuesOf(pack)))}
      />
      <Group
        words={t('previewPacksHere', { count: same.length })}
        items={same.map((pack) => t('previewPack', valuesOf(pack)))}
      />
      <Group
        words={t('previewLeft', { count: left.length })}
        items={left.map((pack) => t('previewLeftPack', valuesOf(pack)))}
      />
    </>
  );
}

function DraftGroups({ drafts }: Pick<PartsPlan, 'drafts'>) {
  const { t, i18n } = useTranslation('settings');
  const titles = (goes: PlannedDraft['goes']) =>
    drafts
      .filter((draft) => draft.goes === goes)
      .map(({ title }) => partTitle(t, 'draft', { '': title }, i18n.language));
  const fresh = titles('new');
  const copies = titles('copy');
  const besideBin = titles('beside-bin');
  const known = titles('known');
  return (
    <>
      <Group words={t('previewDrafts', { count: fresh.length })} items={fresh} />
      <Group words={t('previewCopies', { count: copies.length })} items={copies} />
      <Group words={t('previewBesideBin', { count: besideBin.length })} items={besideBin} />
      <Group words={t('previewDraftsHere', { count: known.length })} items={known} />
    </>
  );
}

/** What could not be compared with what is here. */
function UnreadGroup({ parts: { packs, drafts } }: { readonly parts: PartsPlan }) {
  const { t, i18n } = useTranslation('settings');
  const titles = [
    ...packs
      .filter(({ relation }) => relation === 'unread')
      .map(({ index: { title } }) => partTitle(t, 'pack', title, i18n.language)),
    ...drafts
      .filter(({ goes }) => goes === 'unread')
      .map(({ title }) => partTitle(t, 'draft', { '': title }, i18n.language)),
  ];
  return <Group words={t('previewUnread', { count: titles.length })} items={titles} />;
}

interface GroupProps {
  readonly words: string;
  readonly items: readonly string[];
}

function Group({ words, items }: GroupProps) {
  const { t } = useTranslation('settings');
  if (items.length === 0) return null;
  const listed = items.slice(0, MOST_LISTED);
  const more = items.length - listed.length;
  return (
    <li>
      {words}
      <ul>
        {listed.map((item, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- they have no other name, and never move
          <li key={place}>{item}</li>
        ))}
        {more > 0 && <li>{t('previewMore', { count: more })}</li>}
      </ul>
    </li>
  );
}
