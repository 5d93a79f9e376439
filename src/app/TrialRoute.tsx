import { TrialPage } from '#features/author/TrialPage.tsx';
import { StudyPage } from '#features/study/StudyPage.tsx';

/** A session over a draft: two features meet, so it stands above both. */
export function TrialRoute() {
  return <TrialPage>{(leave) => <StudyPage leave={leave} />}</TrialPage>;
}
