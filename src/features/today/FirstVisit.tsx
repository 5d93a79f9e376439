import { useEffect } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { interfaceLanguages, type InterfaceLanguage } from '#core/language.ts';
import { settingFact } from '#core/journal/settings.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import { interfaceLanguageOf, questionLanguageOf } from '#state/stores.ts';
import { Button } from '#ui/Button.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { today } from '#core/study/queue.ts';

/** No empty dashboard: one sentence, the language, and the first question within one tap. */
export function FirstVisit({ onStart }: { readonly onStart: () => void }) {
  const { t } = useTranslation('today');
  const { clock } = useStores();
  const learner = useLearner((state) => state.learner);
  const record = useLearner((state) => state.record);
  const packs = useLibrary((state) => state.packs);
  const readConcept = useLibrary((state) => state.concept);
  const language = questionLanguageOf(learner.settings);

  // The first questions are fetched while the sentence is read.
  useEffect(() => {
    const [first] = today(learner, packs, clock(), { seed: 0 }).items;
    if (first) void readConcept(first.pack, first.concept, language);
  }, [learner, packs, clock, readConcept, language]);

  const choose = (chosen: InterfaceLanguage) => record([settingFact('language', chosen)], clock());
  return (
    <div className="today-first">
      <h1>{t('firstTitle')}</h1>
      <p>{t('firstBody')}</p>
      <Segmented
        legend={t('language')}
        segments={interfaceLanguages.map((code) => ({
          value: code,
          label: <span lang={code}>{languageName(code)}</span>,
        }))}
        value={interfaceLanguageOf(learner.settings)}
        onChange={choose}
      />
      <div>
        <Button look="primary" onClick={onStart}>
          {t('firstStart')}
        </Button>
      </div>
    </div>
  );
}
