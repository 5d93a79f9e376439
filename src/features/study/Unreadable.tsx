import { useTranslation } from '#ui/words.tsx';
import type { Item } from '#core/study/item.ts';
import type { FileTrouble } from '#state/library.ts';
import { useSession } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';

/** A question whose words could not be had: what happened, and three ways on. */
export function Unreadable({ item, why }: { readonly item: Item; readonly why: FileTrouble }) {
  const { t } = useTranslation('study');
  const retry = useSession((state) => state.retry);
  const mark = useSession((state) => state.mark);
  const { pack, concept } = item;
  // It is out of the way until tomorrow: nothing is known of it that could be recorded as an answer.
  const skip = () => mark({ type: 'buried', target: { pack, concept }, on: true });
  return (
    <div className="study-wait">
      <Notice
        kind="warn"
        title={t(`${why}Title`)}
        action={
          <>
            <Button look="primary" onClick={() => void retry()}>
              {t('retry')}
            </Button>
            <Button onClick={skip}>{t('skip')}</Button>
          </>
        }
      >
        {t(`${why}Body`)}
      </Notice>
    </div>
  );
}
