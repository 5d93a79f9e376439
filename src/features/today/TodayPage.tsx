import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { useNavigate } from 'react-router';
import { learnerDay } from '#core/journal/learner-state.ts';
import { today } from '#core/study/queue.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import type { Choice } from '#state/session-desk.ts';
import { PageTitle } from '#ui/PageTitle.tsx';
import { usePainted } from '#ui/painted.ts';
import type { MadePlan } from './ExamPart.tsx';
import { FirstVisit } from './FirstVisit.tsx';
import { Hero } from './Hero.tsx';
import './Today.css';

const TodayDetails = lazy(async () => ({
  default: (await import('./TodayDetails.tsx')).TodayDetails,
}));

/** Begins a session, and goes where it is. */
function useBegin(): (choice: Choice) => void {
  const { session } = useStores();
  const navigate = useNavigate();
  return (choice) => {
    void session.getState().start(choice);
    void navigate('/study');
  };
}

/** A first visit, or what today holds. */
export function TodayPage() {
  const begin = useBegin();
  // Whoever has set an exam before the first question looks for the plan; who sits a mock, for the way back to it.
  const isFirst = useLearner(
    ({ learner: { answers, mocks, settings } }) =>
      answers + mocks.size === 0 && settings.examDate === null,
  );
  return isFirst ? (
    <FirstVisit onStart={() => begin({ mode: 'study', filter: {} })} />
  ) : (
    <LaterVisit begin={begin} />
  );
}

/** More concepts than can be looked through while a frame is waited for, on a slow phone. */
const MANY = 3000;

/** What is due and new, how long it takes, and one button. With very many concepts the button comes first. */
function LaterVisit({ begin }: { readonly begin: (choice: Choice) => void }) {
  const { t } = useTranslation('today');
  const stores = useStores();
  const navigate = useNavigate();
  const learner = useLearner((state) => state.learner);
  const packs = useLibrary((state) => state.packs);
  const [minutes, setMinutes] = useState<number | undefined>();
  const [clock, setClock] = useState(stores.clock);
  const [planned, setPlanned] = useState<MadePlan | null>(null);
  const language = questionLanguageOf(learner.settings);

  const drill = () => begin({ mode: 'drill', filter: { only: 'missed' } });
  const study = () => begin({ mode: 'study', filter: minutes === undefined ? {} : { minutes } });

  const day = learnerDay(learner, clock);
  // A plan is of one learner as they were: with an answer more it is another.
  const plan = planned?.[0] === learner ? planned[1] : undefined;
  const canLook = usePainted(learner.concepts.size > MANY);
  const queue = useMemo(
    () => (canLook ? today(learner, packs, clock, { seed: day, minutes, plan }) : null),
    [canLook, learner, packs, clock, day, minutes, plan],
  );

  return (
    <div className="today">
      <PageTitle of={t('title')} />
      <Hero
        plan={queue}
        minutes={minutes ?? null}
        isOpen={learner.session !== null}
        onMinutes={setMinutes}
        onStart={study}
        onContinue={() => void navigate('/study')}
        onDrillMissed={learner.answers === 0 ? undefined : drill}
      />
      {queue && (
        <Suspense fallback={null}>
          <TodayDetails
            {...{ learner, packs, clock, language, queue }}
            onPlan={setPlanned}
            onDay={setClock}
            onContrast={({ pack, right, taken }) =>
              begin({ mode: 'drill', filter: { pack, only: 'contrast', pair: [right, taken] } })
            }
          />
        </Suspense>
      )}
    </div>
  );
}
