import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { WordsProvider } from '#ui/words.tsx';
import { shownOrder } from '#core/answer/grade.ts';
import type { Confidence } from '#core/answer/response.ts';
import type { InterfaceLanguage } from '#core/language.ts';
import type { Slug } from '#core/ids.ts';
import type { Scenario } from '#core/pack/model.ts';
import { createI18n } from '#i18n/i18n.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { QuestionBar } from './QuestionBar.tsx';
import { QuestionView } from './QuestionView.tsx';
import { textOf } from './sample-parts.ts';

// A desk for the tests: a question with its bar, and the state that a page would hold.

/** Shows something with the words of a language, and gives the hands of a user. */
export async function show(children: ReactNode, language: InterfaceLanguage = 'en') {
  const i18n = await createI18n(language, ['report']);
  const wrapper = (props: { readonly children: ReactNode }) => (
    <WordsProvider i18n={i18n}>{props.children}</WordsProvider>
  );
  return { user: userEvent.setup({ delay: null }), ...render(children, { wrapper }) };
}

export type Submit = (confidence: Confidence | null, draft: Draft) => void;

interface DeskProps {
  readonly scenario: Scenario;
  readonly shown?: readonly Slug[];
  readonly singleKeys?: boolean;
  /** Left out, the question cannot be submitted, as in an exam. */
  readonly onSubmit?: Submit;
  readonly onUndo?: () => void;
  readonly takesFocus?: boolean;
}

export function Desk(props: DeskProps) {
  const { scenario, shown, singleKeys = true, onSubmit, onUndo, takesFocus = false } = props;
  const [language, setLanguage] = useState('en');
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(scenario.kind));
  const [struck, setStruck] = useState<ReadonlySet<Slug>>(new Set());
  const [flagged, setFlagged] = useState(false);
  return (
    <>
      <QuestionBar
        languages={['en', 'ja']}
        language={language}
        onLanguage={setLanguage}
        flagged={flagged}
        onFlag={() => setFlagged(!flagged)}
        singleKeys={singleKeys}
      />
      <QuestionView
        scenario={scenario}
        text={textOf(scenario, language === 'ja' ? 'ja' : 'en')}
        language={language}
        shown={shown ?? shownOrder(scenario, 1)}
        draft={draft}
        onDraft={setDraft}
        struck={struck}
        onStruck={setStruck}
        singleKeys={singleKeys}
        takesFocus={takesFocus}
        onUndo={onUndo}
        {...(onSubmit && { onSubmit: (confidence) => onSubmit(confidence, draft) })}
      />
    </>
  );
}
