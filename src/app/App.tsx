import { Route, Routes } from 'react-router';
import { StudyPage } from '#features/study/StudyPage.tsx';
import { TodayPage } from '#features/today/TodayPage.tsx';
import { part, Place, WithLibrary } from './Place.tsx';
import { Shell } from './Shell.tsx';

const Places = part(async () => (await import('./Places.tsx')).Places);
const SittingPage = part(async () => (await import('#features/exam/SittingPage.tsx')).SittingPage);
const TrialRoute = part(async () => (await import('./TrialRoute.tsx')).TrialRoute);
const ImportPage = part(async () => (await import('#features/author/ImportPage.tsx')).ImportPage);
const DraftPage = part(async () => (await import('#features/author/DraftPage.tsx')).DraftPage);

export function App() {
  return (
    <Routes>
      <Route path="study" element={<WithLibrary>{<StudyPage />}</WithLibrary>} />
      <Route path="author/:draft/try" element={<Place page={TrialRoute} isFree />} />
      <Route path="author/:draft" element={<Place page={DraftPage} isFree />} />
      <Route path="exam/:exam" element={<Place page={SittingPage} />} />
      <Route element={<Shell />}>
        <Route index element={<WithLibrary>{<TodayPage />}</WithLibrary>} />
        {/* Here and not among the places: a draft's address would be nearer than any. */}
        <Route path="author/import" element={<Place page={ImportPage} isFree />} />
        <Route path="*" element={<Place page={Places} isFree />} />
      </Route>
    </Routes>
  );
}
