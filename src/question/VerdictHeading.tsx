import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Confidence, Response, Verdict } from '#core/answer/response.ts';
import { announce } from '#ui/announce.ts';
import { Icon } from '#ui/Icon.tsx';

interface VerdictHeadingProps {
  readonly verdict: Verdict;
  readonly response: Response | null;
  readonly confidence: Confidence | null;
  /** Whether it comes back on a known day: then that is part of the sentence. */
  readonly isScheduled: boolean;
  /** The right answer in few words. */
  readonly answer: string;
  readonly takesFocus: boolean;
}

type HeadingKey =
  | 'right'
  | 'rightGuessed'
  | 'wrong'
  | 'wrongCertain'
  | 'wrongPlain'
  | 'notAnswered'
  | 'dontKnow';

function headingKey(props: VerdictHeadingProps): HeadingKey {
  const { verdict, response, confidence, isScheduled } = props;
  if (verdict.right) return isScheduled && confidence === 'guessing' ? 'rightGuessed' : 'right';
  if (!isScheduled) return response === null ? 'notAnswered' : 'wrongPlain';
  if (response === null) return 'dontKnow';
  return confidence === 'certain' ? 'wrongCertain' : 'wrong';
}

/** Right or not, first of all: the focus goes here, and it is said. */
export function VerdictHeading(props: VerdictHeadingProps) {
  const { verdict, answer, takesFocus } = props;
  const { t } = useTranslation('feedback');
  const heading = useRef<HTMLHeadingElement>(null);
  const said = verdict.right ? t('saidRight') : t('saidWrong', { answer });
  // Once, when it appears: not again when the language is switched.
  const appear = useEffectEvent(() => {
    heading.current?.focus();
    announce(said);
  });
  useEffect(() => {
    if (takesFocus) appear();
  }, [takesFocus]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      <Icon name={verdict.right ? 'check' : 'cross'} />
      {t(headingKey(props))}
    </h2>
  );
}
