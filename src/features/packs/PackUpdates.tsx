import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { newerSeen, setWeekly, watchOf } from '#state/pack-watch.ts';
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
  const [isWeekly, setIsWeekly] = useState(() => watchOf(stores, pack.uid).weekly);
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
          checked={isWeekly}
          onChange={(event) => {
            setWeekly(stores, pack.uid, event.target.checked);
            setIsWeekly(event.target.checked);
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

/** Newer versions that the weekly looks have found. */
export function NewerSeen({ packs, language }: NewerSeenProps) {
  const { t } = useTranslation('share');
  const seen = newerSeen(useStores());
  return packs.flatMap((pack) => {
    const found = seen.find((one) => one.pack === pack.uid);
    if (found === undefined) return [];
    const name = nameIn(pack, { id: pack.uid, title: pack.title }, language);
    const look = <Link to={addAddress(found.address)}>{t('lookAtIt')}</Link>;
    return (
      <Notice key={pack.uid} kind="info" action={look}>
        {t('newerThere', { name, host: new URL(found.address).host })}
      </Notice>
    );
  });
}
