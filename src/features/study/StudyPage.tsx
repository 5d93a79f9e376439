import { Activity, lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { useNavigate } from 'react-router';
import type { Asking, Session, Showing } from '#core/study/session-state.ts';
import { useLearner, useSession } from '#state/react.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { answered, useAhead } from './ahead.ts';
import { Asked } from './Asked.tsx';
import { StudyBar } from './StudyBar.tsx';
import { Unreadable } from './Unreadable.tsx';
import './Study.css';

const Summary = lazy(async () => ({ default: (await import('./Summary.tsx')).Summary }));

interface StudyPageProps {
  /** Where one goes from the summary, when that is not Today. */
  readonly leave?: { readonly words: string; readonly to: string };
}

/** A running session: a question, its feedback, the next one, and the summary at its end. */
export function StudyPage({ leave }: StudyPageProps) {
  const { t } = useTranslation('study');
  const enter = useSession((state) => state.enter);
  const session = useSession((state) => state.session);
  const navigate = useNavigate();

  // Opened by a link or after a reload there is no session yet: the journal knows which was left open.
  useEffect(() => {
    void enter();
  }, [enter]);
  useSnapshotWhenHidden();

  if (session === null) return <Frame>{t('preparing')}</Frame>;
  if (session.phase === 'done') {
    return (
      <Suspense fallback={<Frame>{t('preparing')}</Frame>}>
        <Summary
          session={session}
          leave={leave?.words ?? t('toToday')}
          onLeave={() => void navigate(leave?.to ?? '/')}
        />
      </Suspense>
    );
  }
  return (
    <div className="study">
      <PageTitle of={t('title')} />
      <StudyBar session={session} />
      <main className="study-main">
        <VisuallyHiddenHeading>{t('title')}</VisuallyHiddenHeading>
        <OnScreen session={session} />
      </main>
    </div>
  );
}

/** The question itself is the second level: what it belongs to is plain to see, and said to those who listen. */
function VisuallyHiddenHeading({ children }: { readonly children: ReactNode }) {
  return <h1 className="visually-hidden">{children}</h1>;
}

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <main className="study-main">
      <output className="study-wait">{children}</output>
    </main>
  );
}

function OnScreen({ session }: { readonly session: Exclude<Session, { phase: 'done' }> }) {
  const { t } = useTranslation('study');
  const content = useSession((state) => state.content);
  const ahead = useAhead(session, content);
  if (content.status === 'loading') {
    return <output className="study-wait">{t('loading')}</output>;
  }
  if (content.status !== 'ready') return <Unreadable item={session.item} why={content.status} />;
  const showing = session.phase === 'asking' ? ahead : session;
  return (
    <>
      {session.phase === 'asking' && (
        <Asked key={turnKey(session)} session={session} content={content} />
      )}
      {showing && (
        <Activity key={turnKey(showing)} mode={session === showing ? 'visible' : 'hidden'}>
          <Suspense fallback={null}>
            <answered.Part session={showing} content={content} />
          </Suspense>
        </Activity>
      )}
    </>
  );
}

const turnKey = ({ phase, session, turns }: Asking | Showing) =>
  `${session}/${phase}/${turns.length}`;

/** A page that goes out of sight may not come back: what was folded is kept for the next start. */
function useSnapshotWhenHidden(): void {
  const rest = useLearner((state) => state.rest);
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') void rest();
    };
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, [rest]);
}
