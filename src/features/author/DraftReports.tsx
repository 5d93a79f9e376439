import { memo, useEffect, useMemo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { DraftFiles } from '#core/author/history.ts';
import type { InboxReport } from '#state/author/inbox.ts';
import { useInbox } from '#state/author/react.ts';
import { identityOf, reportedFile } from '#state/author/reported-place.ts';
import { Button } from '#ui/Button.tsx';
import { ReportCard } from './ReportCard.tsx';
import { UnreadReports } from './UnreadReports.tsx';

interface Reported {
  readonly report: InboxReport;
  /** `null` when it is no longer there. */
  readonly file: string | null;
}

/** What learners have reported of a draft, each with the file that it is about. */
function useReported(files: DraftFiles): readonly Reported[] {
  const reports = useInbox((state) => state.reports);
  const refresh = useInbox((state) => state.refresh);
  useEffect(() => void refresh(), [refresh]);
  const yaml = files.get('pack.yaml');
  const hasAny = reports.length > 0;
  const uid = useMemo(
    () => (hasAny ? identityOf(new Map([['pack.yaml', yaml ?? '']])).uid : null),
    [hasAny, yaml],
  );
  return reports
    .filter(({ pack }) => pack === uid)
    .map((report) => ({ report, file: reportedFile(files, report) }));
}

interface FileReportsProps {
  readonly files: DraftFiles;
  readonly file: string;
}

/** What was reported of the file in hand, beside it while it is mended. */
export const FileReports = memo(function FileReports({ files, file }: FileReportsProps) {
  const { t } = useTranslation('author');
  const putAway = useInbox((state) => state.putAway);
  const here = useReported(files).filter((one) => one.file === file);
  if (here.length === 0) return null;
  return (
    <aside className="report-cards" aria-label={t('reports')}>
      {here.map(({ report }) => (
        <ReportCard key={JSON.stringify(report)} report={report}>
          <Button onClick={() => void putAway(report)}>{t('reportAway')}</Button>
        </ReportCard>
      ))}
      <p className="author-caption report-hint">{t('reportHint')}</p>
    </aside>
  );
});

interface OtherReportsProps extends FileReportsProps {
  readonly onOpen: (file: string) => void;
}

/** What was reported of other files of the draft. */
export function OtherReports({ files, file, onOpen }: OtherReportsProps) {
  const { t } = useTranslation('author');
  const putAway = useInbox((state) => state.putAway);
  const others = useReported(files).filter((one) => one.file !== file);
  if (others.length === 0) return <UnreadReports />;
  return (
    <section className="author-section" aria-labelledby="draft-reports">
      <h2 id="draft-reports">{t('reports')}</h2>
      <UnreadReports />
      <div className="report-cards">
        {others.map(({ report, file: about }) => (
          <ReportCard key={JSON.stringify(report)} report={report}>
            {about === null ? (
              <span>{t('reportGone')}</span>
            ) : (
              <Button onClick={() => onOpen(about)}>{t('reportGo')}</Button>
            )}
            <Button look="quiet" onClick={() => void putAway(report)}>
              {t('reportAway')}
            </Button>
          </ReportCard>
        ))}
      </div>
    </section>
  );
}
