import type { ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { LanguageToggle, nextLanguage } from '#ui/LanguageToggle.tsx';
import { useKeys } from './keys.ts';
import './QuestionBar.css';

interface QuestionBarProps {
  /** How to leave. Words in a `question-bar-word` leave the small screen to the icon. */
  readonly start?: ReactNode;
  /** A meter, a clock. */
  readonly children?: ReactNode;
  /** The languages in which the question can be read. */
  readonly languages: readonly Language[];
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly flagged: boolean;
  readonly onFlag: () => void;
  /** What stands last: a button that hands an exam in. */
  readonly end?: ReactNode;
  readonly singleKeys: boolean;
}

/** The line above a question and its feedback: leave, progress, language (T), flag (F). */
export function QuestionBar(props: QuestionBarProps) {
  const { start, children, languages, language, onLanguage, flagged, onFlag, end, singleKeys } =
    props;
  const { t } = useTranslation(['question', 'common']);
  const canSwitch = languages.length > 1;
  useKeys(
    {
      f: onFlag,
      t: canSwitch ? () => onLanguage(nextLanguage(languages, language)) : undefined,
    },
    singleKeys,
  );
  return (
    <div className="question-bar">
      {start}
      <div className="question-bar-middle">{children}</div>
      <LanguageToggle
        label={t('common:questionLanguage')}
        languages={languages}
        value={language}
        onChange={onLanguage}
        cap={singleKeys ? 'T' : undefined}
      />
      <button
        type="button"
        className="question-flag"
        aria-pressed={flagged}
        aria-label={t('flag')}
        aria-keyshortcuts={singleKeys ? 'F' : undefined}
        onClick={onFlag}
      >
        <Icon name="flag" />
        <span className="question-bar-word">{t(flagged ? 'flagged' : 'flag')}</span>
        {singleKeys && <Kbd>F</Kbd>}
      </button>
      {end}
    </div>
  );
}
