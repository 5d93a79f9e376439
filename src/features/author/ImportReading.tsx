import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { TFunction } from 'i18next';
import type { ImportProgress } from '#state/author/import-types.ts';
import { useImporting } from '#state/author/react.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';

/** A reading that goes on, with a way to stop it; or why it has stopped, with a way to begin anew. */
export function ImportReading() {
  const { t } = useTranslation('author');
  const stage = useImporting((state) => state.stage);
  const job = useImporting((state) => state.job);
  const read = useImporting((state) => state.read);
  if (stage.is === 'reading') return <GoingOn progress={stage.progress} />;
  if (stage.is !== 'stopped') return null;
  const again = job && <Button onClick={() => read(job)}>{t('tryAgain')}</Button>;
  return (
    <Notice kind={stage.why === 'asked' ? 'info' : 'error'} action={again ?? undefined}>
      {t(`stopped-${stage.why}`)}
    </Notice>
  );
}

/** Seconds since it is on the screen. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const started = performance.now();
    const tick = () => setSeconds(Math.round((performance.now() - started) / 1000));
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

/** Those who listen hear of each quarter alone. */
const quarterOf = ({ read, of }: ImportProgress): number =>
  of === null || of === 0 ? 0 : Math.floor((4 * read) / of) * 25;

function howFar(t: TFunction<'author'>, progress: ImportProgress | null, seconds: number): string {
  if (progress === null) return t('readingFor', { seconds });
  const { read, of } = progress;
  return of === null
    ? t('readSoFar', { count: read, seconds })
    : t('readOf', { read, count: of, seconds });
}

function GoingOn({ progress }: { readonly progress: ImportProgress | null }) {
  const { t } = useTranslation('author');
  const stop = useImporting((state) => state.stop);
  const seconds = useSeconds();
  const { read = 0, of = null } = progress ?? {};
  const percent = progress === null ? 0 : quarterOf(progress);
  return (
    <div className="import-reading">
      {of === null ? (
        <progress aria-label={t('reading')} />
      ) : (
        <progress aria-label={t('reading')} max={of} value={read} />
      )}
      <p>{howFar(t, progress, seconds)}</p>
      <output>
        <VisuallyHidden>
          {percent === 0 ? t('reading') : t('readPercent', { percent })}
        </VisuallyHidden>
      </output>
      <Button onClick={stop}>{t('stop')}</Button>
    </div>
  );
}
