import { useEffect, useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { useNavigate } from 'react-router';
import type { InboxReport, Taken } from '#state/author/inbox.ts';
import { useInbox } from '#state/author/react.ts';
import { placeOfReport } from '#state/author/reported-place.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { filesOfDrop, filesOfList, type ChosenFiles } from './chosen-files.ts';
import { ReportCard } from './ReportCard.tsx';
import { UnreadReports } from './UnreadReports.tsx';

/** Goes to the place that a report is about; says so where there is none. */
function useGoing() {
  const stores = useStores();
  const navigate = useNavigate();
  const [lost, setLost] = useState<InboxReport | null>(null);
  const go = async (report: InboxReport) => {
    const place = await placeOfReport(stores, report);
    setLost(place ? null : report);
    if (!place) return;
    const file = place.file === null ? '' : `?file=${encodeURIComponent(place.file)}`;
    void navigate(`/author/${place.draft}${file}`);
  };
  return { lost, go };
}

/** Files that are said to be reports: one leads to its place at once, several are listed. */
export function useReportFiles() {
  const take = useInbox((state) => state.take);
  const { lost, go } = useGoing();
  const [refused, setRefused] = useState<Taken['refused']>([]);
  const [isUnread, setUnread] = useState(false);
  const open = async (coming: Promise<ChosenFiles>) => {
    const files = await coming;
    setUnread(files === null);
    const taken = await take(files ?? []);
    setRefused(taken.refused);
    const [only, more] = taken.reports;
    if (only && !more) await go(only);
  };
  const drop = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop(event: DragEvent) {
      event.preventDefault();
      void open(filesOfDrop(event.dataTransfer));
    },
  };
  return { open, drop, go, lost, refused, isUnread };
}

interface ReportInboxProps {
  readonly files: ReturnType<typeof useReportFiles>;
}

/** Reports of mistakes that learners have sent: opened here, they lead to their places. */
export function ReportInbox({ files: { open, go, lost, refused, isUnread } }: ReportInboxProps) {
  const { t } = useTranslation('author');
  const reports = useInbox((state) => state.reports);
  const putAway = useInbox((state) => state.putAway);
  const trouble = useInbox((state) => state.trouble);
  const refresh = useInbox((state) => state.refresh);
  // Another tab may have written meanwhile.
  useEffect(() => void refresh(), [refresh]);
  return (
    <section className="author-section" aria-labelledby="reports-title">
      <h2 id="reports-title">{t('reports')}</h2>
      <p className="author-caption">{t('reportsBody')}</p>
      <ReportPicker onFiles={(coming) => void open(coming)} />
      {isUnread && <Notice kind="error">{t('filesUnread')}</Notice>}
      {refused.map(({ name, why }) => (
        <Notice key={name} kind="error">
          {t(`reportRefused-${why}`, { name })}
        </Notice>
      ))}
      {trouble !== null && <Notice kind="error">{t(`reports-${trouble}`)}</Notice>}
      <UnreadReports />
      {lost && <Notice kind="warn">{t('reportLost', { pack: lost.pack })}</Notice>}
      <div className="report-cards">
        {reports.map((report) => (
          <ReportCard key={JSON.stringify(report)} report={report}>
            <Button onClick={() => void go(report)}>{t('reportGo')}</Button>
            <Button look="quiet" onClick={() => void putAway(report)}>
              {t('reportAway')}
            </Button>
          </ReportCard>
        ))}
      </div>
    </section>
  );
}

interface ReportPickerProps {
  readonly onFiles: (files: Promise<ChosenFiles>) => void;
}

function ReportPicker({ onFiles }: ReportPickerProps) {
  const { t } = useTranslation('author');
  const input = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles(filesOfList([...(event.target.files ?? [])]));
    // The same file can be chosen once more.
    event.target.value = '';
  };
  return (
    <div className="author-actions">
      <Button onClick={() => input.current?.click()}>{t('openReports')}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".json,application/json"
        aria-label={t('openReports')}
        onChange={chosen}
      />
    </div>
  );
}
