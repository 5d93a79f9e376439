import { useEffect } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useParams } from 'react-router';
import type { DraftFiles } from '#core/author/history.ts';
import { useCheckup, useImporting } from '#state/author/react.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { ExportForm, useExport } from './ExportForm.tsx';
import { useGivenPack } from './given-pack.ts';
import './Author.css';
import './Import.css';

/** A pack of the library as a file in any format, or on paper. */
export function ExportPage() {
  const { t, i18n } = useTranslation('author');
  const { uid = '' } = useParams();
  const trouble = useGivenPack(uid, i18n.language);
  const stage = useImporting((state) => state.stage);
  const job = useImporting((state) => state.job);
  const read = useImporting((state) => state.read);
  const reset = useImporting((state) => state.reset);
  const close = useCheckup((state) => state.close);
  // What was read is not kept beyond this screen.
  useEffect(
    () => () => {
      reset();
      close();
    },
    [reset, close],
  );
  const report = stage.is === 'done' && stage.report.type === 'pack' ? stage.report : null;
  const broken = stage.is === 'stopped' ? 'broken' : null;
  const failure = trouble ?? broken ?? (stage.is === 'done' && !report ? 'unreadable' : null);
  const again = broken && job && <Button onClick={() => read(job)}>{t('tryAgain')}</Button>;
  return (
    <div className="author">
      <PageTitle of={t('exportTitle')} />
      <p>
        <Link to={`/packs/${uid}`}>{t('toPack')}</Link>
      </p>
      <h1>{t('exportTitle')}</h1>
      {failure && (
        <Notice kind="error" action={again ?? undefined}>
          {t(`whole-${failure}`)}
        </Notice>
      )}
      {report === null && !failure && <output>{t('opening')}</output>}
      {report && <Export files={report.files} title={report.title} />}
    </div>
  );
}

interface ExportProps {
  readonly files: DraftFiles;
  readonly title: string;
}

function Export({ files, title }: ExportProps) {
  const { t } = useTranslation('author');
  const wish = useExport({ files, title });
  const isReady = wish.made !== null;
  return (
    <section className="author-section" aria-label={title}>
      <p className="author-lead">{title}</p>
      <ExportForm wish={wish} />
      <div className="author-actions">
        <Button look="primary" onClick={() => (isReady ? wish.save() : void wish.prepare())}>
          {t(isReady ? 'saveFile' : 'prepareExport')}
        </Button>
      </div>
    </section>
  );
}
