import { Link, Route, Routes } from 'react-router';
import { useTranslation } from '#ui/words.tsx';
import { part, Place } from './Place.tsx';

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
const ExamsPage = part(async () => (await import('#features/exam/ExamsPage.tsx')).ExamsPage);
const ReportPage = part(async () => (await import('#features/exam/ReportPage.tsx')).ReportPage);
const PaperPage = part(async () => (await import('#features/exam/PaperPage.tsx')).PaperPage);
const ExportPage = part(async () => (await import('#features/author/ExportPage.tsx')).ExportPage);

/** Every place within the frame but Today: the first screen need not know of them. */
export function Places() {
  return (
    <Routes>
      <Route path="exam" element={<Place page={ExamsPage} />} />
      <Route path="exam/:exam/report" element={<Place page={ReportPage} />} />
      <Route path="exam/:exam/paper" element={<Place page={PaperPage} />} />
      <Route path="exam/paper/:code" element={<Place page={PaperPage} />} />
      <Route path="packs" element={<Place page={PacksPage} />} />
      <Route path="packs/add" element={<Place page={AddPage} />} />
      <Route path="packs/:uid" element={<Place page={PackPage} />} />
      <Route path="packs/:uid/concepts/:concept" element={<Place page={ConceptPage} />} />
      <Route path="packs/:uid/notes/:note" element={<Place page={NotePage} />} />
      <Route path="search" element={<Place page={SearchPage} />} />
      <Route path="readiness" element={<Place page={ReadinessPage} />} />
      <Route path="progress" element={<Place page={ProgressPage} />} />
      <Route path="author/export/:uid" element={<Place page={ExportPage} />} />
      <Route path="author" element={<Place page={AuthorPage} isFree />} />
      <Route path="settings" element={<Place page={SettingsPage} isFree />} />
      <Route path="about" element={<Place page={AboutPage} isFree />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
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
