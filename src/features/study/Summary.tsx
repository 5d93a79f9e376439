import { useEffect, useRef } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import { forecast } from '#core/insight/forecast.ts';
import { sessionSummary, type SessionSummary } from '#core/insight/summary.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import { localized } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { Item } from '#core/study/item.ts';
import type { Done } from '#core/study/session-state.ts';
import { findConcept } from '#state/library.ts';
import { useLearner, useLibrary, useSession, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { Button } from '#ui/Button.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';

interface SummaryProps {
  readonly session: Done;
  readonly leave: string;
  readonly onLeave: () => void;
}

/** What the session came to, and what comes next. */
export function Summary({ session, leave, onLeave }: SummaryProps) {
  const { t } = useTranslation('study');
  const start = useSession((state) => state.start);
  const undo = useSession((state) => state.undo);
  const heading = useHeading();
  const summary = sessionSummary(session.turns);
  const isEmpty = summary.answers === 0;
  const title = isEmpty ? t('empty') : t(session.stoppedAt ? 'stoppedTitle' : 'summaryTitle');
  return (
    <main className="study-main">
      <PageTitle of={title} />
      <div className="study-summary">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {isEmpty ? (
          <p>{t(session.mode === 'study' ? 'emptyStudy' : 'emptyDrill')}</p>
        ) : (
          <Outcome summary={summary} />
        )}
        <div className="study-acts">
          <Button look="primary" onClick={onLeave}>
            {leave}
          </Button>
          {summary.missed.length > 0 && (
            <Button onClick={() => void start({ mode: 'drill', filter: { only: 'missed' } })}>
              {t('drillMissed')}
            </Button>
          )}
          {!isEmpty && (
            <>
              <Button onClick={() => void start({ mode: 'study', filter: { minutes: 5 } })}>
                {t('again')}
              </Button>
              <Button look="quiet" onClick={undo}>
                {t(session.stoppedAt ? 'goOn' : 'undo')}
              </Button>
            </>
          )}
        </div>
      </div>
    </main>
  );
}

/** The summary is a new place: it is read from its heading. */
function useHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}

function Outcome({ summary }: { readonly summary: SessionSummary }) {
  const { t } = useTranslation('study');
  return (
    <>
      <p className="study-score">
        {t('summaryScore', { right: summary.right, count: summary.answers })}
      </p>
      <ByDomain summary={summary} />
      <section>
        <h2>{t('missed')}</h2>
        {summary.missed.length === 0 ? (
          <p>{t('missedAll')}</p>
        ) : (
          <ConceptList items={summary.missed} />
        )}
      </section>
      {summary.misconceptions.length > 0 && (
        <section>
          <h2>{t('misconceptions')}</h2>
          <p>{t('misconceptionsBody')}</p>
          <ConceptList items={summary.misconceptions} />
        </section>
      )}
      <ComesNext />
    </>
  );
}

function useTitles() {
  const packs = useLibrary((state) => state.packs);
  const language = useLearner((state) => questionLanguageOf(state.learner.settings));
  return { packs, language };
}

function ByDomain({ summary }: { readonly summary: SessionSummary }) {
  const { t } = useTranslation('study');
  const { packs, language } = useTitles();
  return (
    <section>
      <h2>{t('byDomain')}</h2>
      <table className="study-table">
        <thead>
          <tr>
            <th scope="col">{t('domain')}</th>
            <th scope="col">{t('right')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.domains.map(({ pack, domain, right, answers }) => (
            <tr key={`${pack}/${domain}`}>
              <th scope="row">{domainTitle(packs, pack, domain, language)}</th>
              <td>
                {right} / {answers}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function domainTitle(
  packs: readonly PackIndex[],
  uid: string,
  domain: string,
  language: string,
): string {
  const pack = packs.find((candidate) => candidate.uid === uid);
  const title = pack?.domains.find(({ id }) => id === domain)?.title;
  return (title && localized(title, language, pack?.languages[0])) ?? domain;
}

function ConceptList({ items }: { readonly items: readonly Item[] }) {
  const { packs, language } = useTitles();
  return (
    <ul className="study-list">
      {items.map(({ pack, concept }) => {
        const found = findConcept(packs, pack, concept);
        return (
          <li key={`${pack}/${concept}`}>
            <Link to={`/packs/${pack}/concepts/${concept}`}>
              {(found && localized(found.concept.title, language, found.pack.languages[0])) ??
                concept}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function ComesNext() {
  const { t } = useTranslation('study');
  const { clock } = useStores();
  const learner = useLearner((state) => state.learner);
  const packs = useLibrary((state) => state.packs);
  const [, tomorrow = 0] = forecast(learner, packs, learnerDay(learner, clock()), 2);
  return (
    <section>
      <h2>{t('next')}</h2>
      <p>{tomorrow === 0 ? t('nextNone') : t('nextDue', { count: tomorrow })}</p>
    </section>
  );
}
