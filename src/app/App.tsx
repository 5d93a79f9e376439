import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, Route, Routes } from 'react-router';
import { StudyPage } from '#features/study/StudyPage.tsx';
import { TodayPage } from '#features/today/TodayPage.tsx';
import { useLibrary } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Shell } from './Shell.tsx';
import './App.css';

const part = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

const PacksPage = part(async () => (await import('#features/packs/PacksPage.tsx')).PacksPage);
const PackPage = part(async () => (await import('#features/packs/PackPage.tsx')).PackPage);
const AddPage = part(async () => (await import('#features/packs/AddPage.tsx')).AddPage);
const ConceptPage = part(async () => (await import('#features/packs/ConceptPage.tsx')).ConceptPage);
const NotePage = part(async () => (await import('#features/packs/NotePage.tsx')).NotePage);
const SearchPage = part(async () => (await import('#features/packs/SearchPage.tsx')).SearchPage);
const ReadinessPage = part(
  async () => (await import('#features/readiness/ReadinessPage.tsx')).ReadinessPage,
);
const ProgressPage = part(
  async () => (await import('#features/progress/ProgressPage.tsx')).ProgressPage,
);
const SettingsPage = part(
  async () => (await import('#features/settings/SettingsPage.tsx')).SettingsPage,
);
const AboutPage = part(async () => (await import('#features/settings/AboutPage.tsx')).AboutPage);
const AuthorPage = part(async () => (await import('#features/author/AuthorPage.tsx')).AuthorPage);
const ImportPage = part(async () => (await import('#features/author/ImportPage.tsx')).ImportPage);
const ExamsPage = part(async () => (await import('#features/exam/ExamsPage.tsx')).ExamsPage);
const SittingPage = part(async () => (await import('#features/exam/SittingPage.tsx')).SittingPage);
const ReportPage = part(async () => (await import('#features/exam/ReportPage.tsx')).ReportPage);
const PaperPage = part(async () => (await import('#features/exam/PaperPage.tsx')).PaperPage);
const ExportPage = part(async () => (await import('#features/author/ExportPage.tsx')).ExportPage);
const TrialRoute = part(async () => (await import('./TrialRoute.tsx')).TrialRoute);
const DraftPage = part(async () => (await import('#features/author/DraftPage.tsx')).DraftPage);

export function App() {
  return (
    <Routes>
      <Route path="study" element={<WithLibrary>{<StudyPage />}</WithLibrary>} />
      <Route path="author/:draft/try" element={<Place page={TrialRoute} isFree />} />
      <Route path="author/:draft" element={<Place page={DraftPage} isFree />} />
      <Route path="exam/:exam" element={<Place page={SittingPage} />} />
      <Route element={<Shell />}>
        <Route path="exam" element={<Place page={ExamsPage} />} />
        <Route path="exam/:exam/report" element={<Place page={ReportPage} />} />
        <Route path="exam/:exam/paper" element={<Place page={PaperPage} />} />
        <Route path="exam/paper/:code" element={<Place page={PaperPage} />} />
        <Route index element={<WithLibrary>{<TodayPage />}</WithLibrary>} />
        <Route path="packs" element={<Place page={PacksPage} />} />
        <Route path="packs/add" element={<Place page={AddPage} />} />
        <Route path="packs/:uid" element={<Place page={PackPage} />} />
        <Route path="packs/:uid/concepts/:concept" element={<Place page={ConceptPage} />} />
        <Route path="packs/:uid/notes/:note" element={<Place page={NotePage} />} />
        <Route path="search" element={<Place page={SearchPage} />} />
        <Route path="readiness" element={<Place page={ReadinessPage} />} />
        <Route path="progress" element={<Place page={ProgressPage} />} />
        <Route path="author/import" element={<Place page={ImportPage} isFree />} />
        <Route path="author/export/:uid" element={<Place page={ExportPage} />} />
        <Route path="author" element={<Place page={AuthorPage} isFree />} />
        <Route path="settings" element={<Place page={SettingsPage} isFree />} />
        <Route path="about" element={<Place page={AboutPage} isFree />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

interface PlaceProps {
  readonly page: ComponentType;
  /** It needs no questions: a backup can be made even when they could not be loaded. */
  readonly isFree?: boolean;
}

function Place({ page: Page, isFree = false }: PlaceProps) {
  const { t } = useTranslation('app');
  return (
    <Suspense fallback={<output>{t('loading')}</output>}>
      {isFree ? (
        <Page />
      ) : (
        <WithLibrary>
          <Page />
        </WithLibrary>
      )}
    </Suspense>
  );
}

/** Says why there are no questions, instead of a screen without any. */
function WithLibrary({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  const status = useLibrary((state) => state.status);
  const open = useLibrary((state) => state.open);
  if (status === 'ready') return children;
  if (status === 'loading') return <output>{t('loading')}</output>;
  return (
    <div className="app-page">
      <h1>{t('name')}</h1>
      <Notice kind="error" action={<Button onClick={() => void open()}>{t('tryAgain')}</Button>}>
        {t(status === 'offline' ? 'libraryOffline' : 'libraryGone')}
      </Notice>
    </div>
  );
}

function NotFound() {
  const { t } = useTranslation('app');
  return (
    <div className="app-page">
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundBody')}</p>
      <Link to="/">{t('toToday')}</Link>
    </div>
  );
}
