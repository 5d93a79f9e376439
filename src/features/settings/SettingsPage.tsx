import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useLocation } from 'react-router';
import { learnerDay } from '#core/journal/learner-state.ts';
import { settingFact, type SettingKey } from '#core/journal/settings.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import type { Change } from './change.ts';
import { DataSection } from './DataSection.tsx';
import { ExamSettings } from './ExamSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { LanguageSettings } from './LanguageSettings.tsx';
import { StudySettings } from './StudySettings.tsx';
import './Settings.css';

/** How it looks, how much a day, and what is kept where. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const stores = useStores();
  const learner = useLearner((state) => state.learner);
  const { settings } = learner;
  const mark = useLearner((state) => state.mark);
  const packs = useLibrary((state) => state.packs);
  const [changed, setChanged] = useState<SettingKey | null>(null);
  const change: Change = (key, value) => {
    if (settings[key] === value) return;
    stores.learner.getState().record([settingFact(key, value)], stores.clock());
    setChanged(key);
  };
  const markOf = (key: SettingKey) => (key === changed ? mark : 'none');
  const shared = { settings, change, markOf };
  return (
    <div className="settings">
      <PageTitle of={t('title')} />
      <h1>{t('title')}</h1>
      <LanguageSettings {...shared} languages={packs.flatMap((pack) => pack.languages)} />
      <StudySettings {...shared} />
      <LinkedPlace hash="#exam">
        <ExamSettings {...shared} packs={packs} today={learnerDay(learner, stores.clock())} />
      </LinkedPlace>
      <KeySettings {...shared} />
      <LinkedPlace hash="#stored">
        <DataSection />
      </LinkedPlace>
      <p>
        <Link to="/about">{t('toAbout')}</Link>
      </p>
    </div>
  );
}

interface LinkedPlaceProps {
  readonly hash: string;
  readonly children: ReactNode;
}

/** A part that a link from elsewhere leads to. */
function LinkedPlace({ hash, children }: LinkedPlaceProps) {
  const location = useLocation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (location.hash !== hash) return undefined;
    // After the frame around has scrolled to the beginning of a new place.
    const frame = requestAnimationFrame(() => {
      place.current?.scrollIntoView();
      place.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [location, hash]);
  return (
    <div ref={place} tabIndex={-1} className="settings-place">
      {children}
    </div>
  );
}
