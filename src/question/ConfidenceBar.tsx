import { useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { confidences, type Confidence } from '#core/answer/response.ts';
import type { Missing } from '#core/answer/rules.ts';
import { announce } from '#ui/announce.ts';
import { Button } from '#ui/Button.tsx';
import { useKeys } from './keys.ts';
import './ConfidenceBar.css';

interface ConfidenceBarProps {
  /** What keeps the answer from being submitted. */
  readonly missing: Missing | null;
  /** `null` is "I don't know": it can be said at any time. */
  readonly onSubmit: (confidence: Confidence | null) => void;
  readonly singleKeys: boolean;
  readonly ref?: Ref<HTMLFieldSetElement>;
  /** Stands at the end of the hint's line. */
  readonly children?: ReactNode;
}

const caps: { readonly [C in Confidence]: string } = {
  guessing: 'J',
  'fairly-sure': 'K',
  certain: 'L',
};

const needs = {
  choose: 'missingChoose',
  order: 'missingOrder',
  match: 'missingMatch',
} as const;

function useMissing(missing: Missing | null): string | undefined {
  const { t } = useTranslation('question');
  if (missing === null) return undefined;
  const { need, done, total } = missing;
  if (need === 'type') return t('missingType');
  return done > total
    ? t('tooMany', { count: done - total })
    : t(needs[need], { count: total - done });
}

/** How sure the learner is: each of the three submits. */
export function ConfidenceBar(props: ConfidenceBarProps) {
  const { missing, onSubmit, singleKeys, ref, children } = props;
  const { t } = useTranslation('question');
  const blocked = useMissing(missing);
  const [refused, setRefused] = useState(false);
  const submit = (confidence: Confidence) => {
    if (blocked === undefined) {
      onSubmit(confidence);
      return;
    }
    setRefused(true);
    announce(blocked);
  };
  const dontKnow = () => onSubmit(null);
  const keys = { j: () => submit('guessing'), k: () => submit('fairly-sure') };
  useKeys({ ...keys, l: () => submit('certain'), 0: dontKnow }, singleKeys);
  const isLoud = refused && blocked !== undefined;
  return (
    <fieldset className="confidence" aria-label={t('howSure')} ref={ref} tabIndex={-1}>
      <div className="confidence-row">
        {confidences.map((confidence) => (
          <Button
            key={confidence}
            blocked={blocked}
            cap={singleKeys ? caps[confidence] : undefined}
            onClick={() => submit(confidence)}
            onBlocked={() => setRefused(true)}
          >
            {t(confidence)}
          </Button>
        ))}
        <Button look="quiet" cap={singleKeys ? '0' : undefined} onClick={dontKnow}>
          {t('dontKnow')}
        </Button>
      </div>
      <div className="confidence-foot">
        <p className={isLoud ? 'confidence-hint confidence-refused' : 'confidence-hint'}>
          {blocked ?? t('sureHint')}
        </p>
        {children}
      </div>
    </fieldset>
  );
}
