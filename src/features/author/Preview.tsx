import { memo, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { grade, missingFrom, shownOrder } from '#core/answer/grade.ts';
import type { Slug } from '#core/ids.ts';
import { shownLanguage, type Language } from '#core/language.ts';
import { emptyDraft, toResponse, type Draft } from '#question/draft.ts';
import { FeedbackView } from '#question/FeedbackView.tsx';
import { QuestionView } from '#question/QuestionView.tsx';
import type { HeadProps } from '#question/QuestionHead.tsx';
import type { Seen } from '#state/author/report.ts';
import { LanguageToggle } from '#ui/LanguageToggle.tsx';
import { RichText, type MediaUrl } from '#ui/RichText.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { NotePreview } from './NotePreview.tsx';
import './Preview.css';

interface PreviewProps {
  /** What the file in hand shows; of the last time when it could be read. */
  readonly seen: Seen | null;
  /** The settings of the pack show nothing to a learner. */
  readonly isPack: boolean;
  /** It could not be read since. */
  readonly isOld: boolean;
  readonly mediaUrl: MediaUrl;
}

const sides = ['question', 'feedback'] as const;

/** What a learner will see, by the very views that the learner sees it in. */
export const Preview = memo(function Preview(props: PreviewProps) {
  const { seen, isPack, isOld, mediaUrl } = props;
  const { t, i18n } = useTranslation('author');
  const [look, setLook] = useState<Look>({
    language: i18n.language,
    side: 'question',
    theme: null,
    isNarrow: false,
  });
  if (seen === null)
    return <p className="preview-none">{t(isPack ? 'previewPack' : 'previewNone')}</p>;
  const languages = Object.keys(seen.type === 'scenario' ? seen.scenario.text : seen.text);
  const language = shownLanguage(languages, look.language) ?? look.language;
  return (
    <div className="preview">
      <PreviewBar
        languages={languages}
        look={{ ...look, language }}
        hasSides={seen.type === 'scenario'}
        onLook={setLook}
      />
      {isOld && <p className="preview-old">{t('previewOld')}</p>}
      <div
        className={look.isNarrow ? 'preview-page preview-narrow' : 'preview-page'}
        data-theme={look.theme ?? undefined}
      >
        {seen.type === 'scenario' ? (
          <ScenarioPreview seen={seen} language={language} side={look.side} mediaUrl={mediaUrl} />
        ) : (
          <TextPreview seen={seen} language={language} mediaUrl={mediaUrl} />
        )}
      </div>
    </div>
  );
});

interface Look {
  readonly language: Language;
  readonly side: (typeof sides)[number];
  /** `null`: that of the page. */
  readonly theme: 'light' | 'dark' | null;
  readonly isNarrow: boolean;
}

interface PreviewBarProps {
  readonly languages: readonly Language[];
  readonly look: Look;
  readonly hasSides: boolean;
  readonly onLook: (look: Look) => void;
}

function PreviewBar({ languages, look, hasSides, onLook }: PreviewBarProps) {
  const { t } = useTranslation('author');
  const change = (part: Partial<Look>) => onLook({ ...look, ...part });
  const themes = [
    ['light', t('lightTheme')],
    ['dark', t('darkTheme')],
  ] as const;
  return (
    <div className="preview-bar">
      <LanguageToggle
        label={t('previewLanguage')}
        languages={languages}
        value={look.language}
        onChange={(language) => change({ language })}
      />
      {hasSides && (
        <Segmented
          legend={t('previewSide')}
          value={look.side}
          segments={sides.map((value) => ({ value, label: t(`side-${value}`) }))}
          onChange={(side) => change({ side })}
        />
      )}
      <div className="preview-toggles">
        <Toggle
          isOn={look.isNarrow}
          onToggle={() => change({ isNarrow: !look.isNarrow })}
          words={t('phoneWidth')}
        />
        {themes.map(([theme, words]) => (
          <Toggle
            key={theme}
            isOn={look.theme === theme}
            onToggle={() => change({ theme: look.theme === theme ? null : theme })}
            words={words}
          />
        ))}
      </div>
    </div>
  );
}

interface TextPreviewProps {
  readonly seen: Exclude<Seen, { type: 'scenario' }>;
  readonly language: Language;
  readonly mediaUrl: MediaUrl;
}

function TextPreview({ seen, language, mediaUrl }: TextPreviewProps) {
  if (seen.type === 'note') {
    const note = seen.text[language];
    return note ? <NotePreview text={note} language={language} mediaUrl={mediaUrl} /> : null;
  }
  const text = seen.text[language];
  if (text === undefined) return null;
  return (
    <div className="preview-text" lang={language}>
      <h2>{text.title}</h2>
      <RichText reading document={text.blocks} lang={language} mediaUrl={mediaUrl} />
    </div>
  );
}

interface ToggleProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly words: string;
}

function Toggle({ isOn, onToggle, words }: ToggleProps) {
  return (
    <button type="button" className="preview-toggle" aria-pressed={isOn} onClick={onToggle}>
      {words}
    </button>
  );
}

interface ScenarioPreviewProps {
  readonly seen: Extract<Seen, { type: 'scenario' }>;
  readonly language: Language;
  readonly side: (typeof sides)[number];
  readonly mediaUrl: MediaUrl;
}

function ScenarioPreview({ seen, language, side, mediaUrl }: ScenarioPreviewProps) {
  const { scenario } = seen;
  const [answer, setAnswer] = useState<Draft>(() => emptyDraft(scenario.kind));
  const [struck, setStruck] = useState<ReadonlySet<Slug>>(new Set());
  const text = scenario.text[language];
  if (text === undefined) return null;
  // The kind may have been changed under the answer.
  const draft = answer.kind === scenario.kind ? answer : emptyDraft(scenario.kind);
  const shown = shownOrder(scenario, SEED);
  const head: HeadProps = {
    scenario,
    text,
    language,
    sharedCase: seen.sharedCase[language],
    labels: seen.labels[language] ?? [],
    mediaUrl,
  };
  if (side === 'question')
    return (
      <QuestionView
        {...head}
        shown={shown}
        draft={draft}
        onDraft={setAnswer}
        struck={struck}
        onStruck={setStruck}
        singleKeys={false}
      />
    );
  const chosen = toResponse(draft);
  const response = chosen !== null && missingFrom(scenario, chosen) === null ? chosen : null;
  return (
    <FeedbackView
      {...head}
      shown={shown}
      response={response}
      confidence={null}
      verdict={grade(scenario, response)}
      aged={seen.aged[language] ?? []}
      singleKeys={false}
    />
  );
}

/** The same order each time: what moves while one writes cannot be judged. */
const SEED = 1;
