import { useTranslation } from '#ui/words.tsx';
import { interfaceLanguages, type InterfaceLanguage } from '#core/language.ts';
import { settingFact } from '#core/journal/settings.ts';
import { bringFirstQuestion } from '#state/first-question.ts';
import { useLearner, useStores } from '#state/react.tsx';
import { interfaceLanguageOf } from '#state/stores.ts';
import { Button } from '#ui/Button.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { Segmented } from '#ui/Segmented.tsx';

/** No empty dashboard: one sentence, the language, and the first question within one tap. */
export function FirstVisit({ onStart }: { readonly onStart: () => void }) {
  const { t } = useTranslation('today');
  const stores = useStores();
  const settings = useLearner((state) => state.learner.settings);
  const record = useLearner((state) => state.record);
  const choose = (chosen: InterfaceLanguage) => {
    record([settingFact('language', chosen)], stores.clock());
    // That of the language before is on its way since the start.
    bringFirstQuestion(stores);
  };
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
        value={interfaceLanguageOf(settings)}
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
