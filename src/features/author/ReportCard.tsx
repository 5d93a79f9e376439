import type { ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { InboxReport } from '#state/author/inbox.ts';
import './Reports.css';

interface ReportCardProps {
  readonly report: InboxReport;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** What a learner says of a mistake, in the learner's own words. */
export function ReportCard({ report, children }: ReportCardProps) {
  const { t } = useTranslation('author');
  const { concept, scenario, version, language, wrong, better } = report;
  return (
    <article className="report-card">
      <p className="author-caption">
        {scenario === undefined ? concept : `${concept}/${scenario}`} · {t('reportOf', { version })}
      </p>
      <p className="report-words" lang={language} dir="auto">
        {wrong || t('reportEmpty')}
      </p>
      {better !== undefined && (
        <>
          <p className="author-caption">{t('reportBetter')}</p>
          <p className="report-words" lang={language} dir="auto">
            {better}
          </p>
        </>
      )}
      <div className="author-actions">{children}</div>
    </article>
  );
}
