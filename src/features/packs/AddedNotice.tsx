import { useEffect, useRef } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { Offer } from '#state/offer.ts';
import { useLearner } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { nameIn } from './Name.tsx';

interface AddedNoticeProps {
  readonly offer: Offer;
  readonly onUndo: () => void;
  readonly onMore: () => void;
}

/** It is done, and can be undone. */
export function AddedNotice({ offer, onUndo, onMore }: AddedNoticeProps) {
  const { t } = useTranslation('share');
  const language = useLearner((state) => questionLanguageOf(state.learner.settings));
  const { index, here } = offer;
  const name = nameIn(index, { id: index.uid, title: index.title }, language);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: listeners and keys go on from here.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="add-sheet">
      <h2 ref={heading} tabIndex={-1}>
        {here === null ? t('added', { name }) : t('updated', { name, version: index.version })}
      </h2>
      <div className="place-actions">
        <Link className={buttonClass('primary')} to={`/packs/${index.uid}`}>
          {t('toPack')}
        </Link>
        <Button onClick={onUndo}>{t('undo')}</Button>
        <Button look="quiet" onClick={onMore}>
          {t('another')}
        </Button>
      </div>
    </section>
  );
}
