import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { PackUid } from '#core/ids.ts';
import { domainSummary } from '#core/insight/summary.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import { settingFact } from '#core/journal/settings.ts';
import { drill } from '#core/study/drill.ts';
import { useDayClock } from '#state/next-day.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { buttonClass } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { DrillBuilder } from './DrillBuilder.tsx';
import { useDrill } from './drilling.ts';
import { PackCard } from './PackCard.tsx';
import { NewerSeen } from './PackUpdates.tsx';
import { RemovedPacks } from './RemovedPacks.tsx';
import { useDrop } from './dropping.ts';
import './Packs.css';

const shelfWords = {
  unavailable: 'share:shelfUnavailable',
  full: 'share:shelfUnavailable',
  newer: 'share:trouble-newer',
} as const;

/** Every pack on this device, and a drill from any part of them. */
export function PacksPage() {
  const { t } = useTranslation('packs');
  const drop = useDrop();
  const stores = useStores();
  const startDrill = useDrill();
  const learner = useLearner((state) => state.learner);
  const record = useLearner((state) => state.record);
  const packs = useLibrary((state) => state.packs);
  const clock = useDayClock();
  const language = questionLanguageOf(learner.settings);
  const day = learnerDay(learner, clock);
  const { packsOff } = learner.settings;

  const switchPack = (uid: PackUid, on: boolean) => {
    const others = packsOff.filter((off) => off !== uid);
    record([settingFact('packsOff', on ? others : [...others, uid])], stores.clock());
  };
  return (
    <div className={drop.isOver ? 'place place-over' : 'place'} {...drop.listeners}>
      <PageTitle of={t('title')} />
      <PacksHead isOver={drop.isOver} />
      <RemovedPacks language={language} />
      <NewerSeen packs={packs} language={language} />
      {packs.length === 0 && <p>{t('noPacks')}</p>}
      <div className="pack-cards">
        {packs.map((pack) => {
          const domains = domainSummary(learner, [pack], day);
          return (
            <PackCard
              key={pack.uid}
              pack={pack}
              language={language}
              met={domains.reduce((sum, { met }) => sum + met, 0)}
              due={domains.reduce((sum, { due }) => sum + due, 0)}
              isOn={!packsOff.includes(pack.uid)}
              onSwitch={(on) => switchPack(pack.uid, on)}
            />
          );
        })}
      </div>
      <DrillBuilder
        packs={packs}
        language={language}
        count={(filter) => drill(learner, packs, clock, { filter, seed: 0 }).length}
        onStart={startDrill}
      />
    </div>
  );
}

function PacksHead({ isOver }: { readonly isOver: boolean }) {
  const { t } = useTranslation(['packs', 'share']);
  const trouble = useLibrary((state) => state.shelfTrouble);
  return (
    <>
      <div className="place-bar">
        <h1>{t('title')}</h1>
        <div className="place-actions">
          <Link className={buttonClass('quiet')} to="/search">
            <Icon name="search" /> {t('search')}
          </Link>
          <Link className={buttonClass('quiet')} to="/author">
            <Icon name="author" /> {t('write')}
          </Link>
          <Link className={buttonClass()} to="/packs/add">
            <Icon name="plus" /> {t('share:title')}
          </Link>
        </div>
      </div>
      <output>{isOver && t('share:drop')}</output>
      {trouble !== null && <Notice kind="warn">{t(shelfWords[trouble])}</Notice>}
    </>
  );
}
