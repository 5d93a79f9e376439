import { useEffect, useId, useRef, type RefObject } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Confidence } from '#core/answer/response.ts';
import type { Slug } from '#core/ids.ts';
import type { KindName } from '#core/pack/model.ts';
import { ConfidenceBar } from './ConfidenceBar.tsx';
import { missing, type Draft } from './draft.ts';
import { KeysHint, type MoreKeys } from './KeysHint.tsx';
import { KindView } from './KindView.tsx';
import { headOf, QuestionHead, type HeadProps } from './QuestionHead.tsx';

export interface QuestionProps extends HeadProps {
  /** The order in which to show, from `shownOrder`. */
  readonly shown: readonly Slug[];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** Options that were struck out. */
  readonly struck: ReadonlySet<Slug>;
  readonly onStruck: (struck: ReadonlySet<Slug>) => void;
  /** `null` is "I don't know". Left out (exam, preview), there is nothing to submit with. */
  readonly onSubmit?: (confidence: Confidence | null) => void;
  readonly onUndo?: (() => void) | undefined;
  /** Whether single keys act. */
  readonly singleKeys: boolean;
  /** Keys of the screen around it, for the list. */
  readonly moreKeys?: MoreKeys;
  /** Whether the question asks for the focus when it appears; a preview does not. */
  readonly takesFocus?: boolean;
}

function useStart(sheet: RefObject<HTMLElement | null>, takesFocus: boolean): void {
  useEffect(() => {
    // What was pressed last is gone from the page: listeners and keys go on from here.
    if (takesFocus) sheet.current?.focus();
  }, [sheet, takesFocus]);
}

/** A question on its sheet. Mount it anew (`key`) for each question; the language may change in place. */
export function QuestionView(props: QuestionProps) {
  const { draft, onSubmit, onUndo, singleKeys, moreKeys, takesFocus = false, ...rest } = props;
  const { t } = useTranslation('question');
  const id = useId();
  const sheet = useRef<HTMLElement>(null);
  const bar = useRef<HTMLFieldSetElement>(null);
  useStart(sheet, takesFocus);
  const hint = (
    <KeysHint
      singleKeys={singleKeys}
      canSubmit={onSubmit !== undefined}
      moreKeys={moreKeys}
      onUndo={onUndo}
    />
  );
  return (
    <article className="question" aria-label={t('label')} ref={sheet} tabIndex={-1}>
      <QuestionHead {...headOf(props)} id={id} />
      <KindView<KindName>
        {...rest}
        draft={draft}
        labelledBy={id}
        singleKeys={singleKeys}
        onDone={() => bar.current?.focus()}
      />
      {onSubmit ? (
        <ConfidenceBar
          missing={missing(props.scenario, draft)}
          onSubmit={onSubmit}
          singleKeys={singleKeys}
          ref={bar}
        >
          {hint}
        </ConfidenceBar>
      ) : (
        hint
      )}
    </article>
  );
}
