import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { formerHost, isWeekly, newerSeen, setWeekly } from '#state/pack-watch.ts';
import { useStores } from '#state/react.tsx';
import { buttonClass } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { nameIn } from './Name.tsx';

const addAddress = (address: string): string => `/packs/add?from=${encodeURIComponent(address)}`;

interface PackUpdatesProps {
  readonly pack: PackIndex;
  readonly language: Language;
}

/** Newer versions of a pack that names its address: looked for when asked, or weekly if the learner agrees. */
export function PackUpdates({ pack, language }: PackUpdatesProps) {
  const { t } = useTranslation('share');
  const stores = useStores();
  const [isOn, setOn] = useState(() => isWeekly(stores, pack));
  const { address } = pack;
  if (address === undefined) return null;
  const { host } = new URL(address);
  return (
    <section className="place-section" aria-labelledby="updates-title">
      <h2 id="updates-title">{t('updates')}</h2>
      <NewerSeen packs={[pack]} language={language} />
      <div className="place-actions">
        <Link className={buttonClass()} to={addAddress(address)}>
          {t('askNow', { host })}
        </Link>
      </div>
      <label className="switch">
        <input
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox says itself whether it is checked
          role="switch"
          checked={isOn}
          onChange={(event) => {
            setWeekly(stores, pack, event.target.checked);
            setOn(event.target.checked);
          }}
        />
        <span>{t('weekly', { host })}</span>
        <span className="place-caption">{t('weeklyBody')}</span>
      </label>
    </section>
  );
}

interface NewerSeenProps {
  readonly packs: readonly PackIndex[];
  readonly language: Language;
}

/** Newer versions that the weekly looks have found, and hosts that have to be agreed to anew. */
export function NewerSeen({ packs, language }: NewerSeenProps) {
  const { t } = useTranslation('share');
  const stores = useStores();
  const seen = newerSeen(stores);
  return packs.flatMap((pack) => {
    const found = seen.find((one) => one.pack === pack.uid);
    const name = nameIn(pack, { id: pack.uid, title: pack.title }, language);
    const former = formerHost(stores, pack);
    if (former !== null && pack.address !== undefined)
      return (
        <Notice key={pack.uid} kind="info">
          {t('hostMoved', { name, former, host: new URL(pack.address).host })}
        </Notice>
      );
    if (found === undefined) return [];
    const look = <Link to={addAddress(found.address)}>{t('lookAtIt')}</Link>;
    return (
      <Notice key={pack.uid} kind="info" action={look}>
        {t('newerThere', { name, host: new URL(found.address).host })}
      </Notice>
    );
  });
}
