import { useEffect } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useSearchParams } from 'react-router';
import { isInterfaceLanguage } from '#core/language.ts';
import {
  importFormats,
  type ChosenFile,
  type ImportFormat,
  type ImportJob,
} from '#state/author/import-types.ts';
import { useImporting } from '#state/author/react.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { Choice } from './fields.tsx';
import { useGivenPack } from './given-pack.ts';
import { ImportGoal } from './ImportGoal.tsx';
import { ImportReading } from './ImportReading.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ImportSource } from './ImportSource.tsx';
import { TableMapping } from './TableMapping.tsx';
import './Author.css';
import './Import.css';

/** Questions from elsewhere: chosen, read, looked through, and made a draft. */
export function ImportPage() {
  const { t, i18n } = useTranslation('author');
  const stage = useImporting((state) => state.stage);
  const job = useImporting((state) => state.job);
  const read = useImporting((state) => state.read);
  const reset = useImporting((state) => state.reset);
  // What was read is not kept beyond this screen.
  useEffect(() => reset, [reset]);
  const language = isInterfaceLanguage(i18n.language) ? i18n.language : 'en';
  const given = useSearchParams()[0].get('pack');
  const trouble = useGivenPack(given, language);
  const begin = (files: readonly ChosenFile[]) =>
    read({ files, format: null, language: job?.language ?? language, mapping: null });
  const report = stage.is === 'done' ? stage.report : null;
  return (
    <div className="author">
      <PageTitle of={t('bringIn')} />
      <p>
        <Link to="/author">{t('toAuthor')}</Link>
      </p>
      <h1>{t(given === null ? 'bringIn' : 'editCopy')}</h1>
      <p className="author-lead">{t(given === null ? 'importLead' : 'editCopyLead')}</p>
      {trouble && <Notice kind="error">{t(`whole-${trouble}`)}</Notice>}
      {given === null && <ImportSource onFiles={begin} />}
      <ImportReading />
      {job && given === null && stage.is === 'done' && (
        <HowRead job={job} format={report?.type === 'unknown' ? null : (report?.format ?? null)} />
      )}
      {report?.type === 'unknown' && (
        <Notice kind="error" title={t('unknownTitle')}>
          {t('unknownBody')}
        </Notice>
      )}
      {report?.type === 'items' && job && report.table && (
        <TableMapping
          table={report.table}
          onMapping={(mapping) => read({ ...job, format: 'table', mapping })}
        />
      )}
      {report && report.type !== 'unknown' && job && (
        <>
          <ImportReport report={report} />
          <ImportGoal report={report} language={job.language} />
        </>
      )}
    </div>
  );
}

interface HowReadProps {
  readonly job: ImportJob;
  readonly format: ImportFormat | null;
}

/** As what it was read, and in which language: both can be changed. */
function HowRead({ job, format }: HowReadProps) {
  const { t } = useTranslation('author');
  const read = useImporting((state) => state.read);
  const choices = importFormats.map((value) => ({ value, label: t(`format-${value}`) }));
  return (
    <div className="import-how">
      <Choice
        label={t('readAs')}
        value={importFormats.find((name) => name === format) ?? 'mondo'}
        choices={choices}
        onChange={(value) => read({ ...job, format: value, mapping: null })}
      />
      <Choice
        label={t('wordsIn')}
        value={job.language}
        choices={[
          { value: 'en', label: t('english') },
          { value: 'ja', label: t('japanese') },
        ]}
        onChange={(language) => read({ ...job, language })}
      />
    </div>
  );
}
