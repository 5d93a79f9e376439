import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import { ENOUGH_OF_CONCEPT, type ConceptRecall } from '#core/insight/expected-recall.ts';
import { Figure, type FigureProps } from './Figure.tsx';
import { IntervalRows, type IntervalRow } from './IntervalRows.tsx';
import { percent, promised, rounded, tooLittle, type Names, type Words } from './numbers.ts';
import { shareColumns } from './share-columns.ts';
import { tableOf, type Column, type Table } from './table.ts';
import { percentTicks } from './ticks.ts';

/** As many as somebody may do something about today. */
const WEAKEST = 8;

function tableOfConcepts(t: Words, names: Names, concepts: readonly ConceptRecall[]): Table {
  const part = (head: string, field: 'recall' | 'low' | 'high'): Column<ConceptRecall> => ({
    head,
    value: (concept) => rounded(concept[field]),
    shown: (concept) =>
      t('percent', { percent: (field === 'recall' ? promised : percent)(concept[field]) }),
  });
  return tableOf(concepts, [
    { head: t('colConcept'), value: ({ pack, concept }) => names.concept(pack, concept) },
    { head: t('domain'), value: ({ pack, domain }) => names.domain(pack, domain) },
    part(t('colRecall'), 'recall'),
    part(t('colRecallLow'), 'low'),
    part(t('colRecallHigh'), 'high'),
    { head: t('colDue'), value: ({ due }) => Number(due), shown: ({ due }) => (due ? '✓' : '–') },
    ...shareColumns<ConceptRecall>(t, ({ right }) => right),
  ]);
}

function rowOf(t: Words, names: Names, { key, pack, concept, ...met }: ConceptRecall): IntervalRow {
  const label = (
    <Link to={`/packs/${pack}/concepts/${concept}`}>{names.concept(pack, concept)}</Link>
  );
  const { recall, low, high, right } = met;
  if (right.of < ENOUGH_OF_CONCEPT)
    return {
      key,
      label,
      value: tooLittle(t, 'answers', right.of, ENOUGH_OF_CONCEPT),
      interval: null,
    };
  const value = t('conceptValue', {
    percent: promised(recall),
    low: percent(low),
    high: percent(high),
    right: right.count,
    answers: right.of,
  });
  return { key, label, value, interval: { mark: recall, low, high } };
}

/** What is forgotten first. */
export function ConceptFigure({ figures, names }: FigureProps) {
  const { t } = useTranslation('progress');
  const { concepts } = figures.recall;
  const weakest = concepts.slice(0, WEAKEST);
  const isMet = concepts.length > 0;
  return (
    <Figure
      name="concepts"
      title={t('concepts')}
      says={isMet ? t('conceptsSay', { count: weakest.length }) : t('domainsNone')}
      note={isMet ? t('conceptsNote', { count: concepts.length }) : undefined}
      table={tableOfConcepts(t, names, concepts)}
      today={figures.today}
    >
      {isMet && (
        <IntervalRows
          ticks={percentTicks(t)}
          rows={weakest.map((concept) => rowOf(t, names, concept))}
        />
      )}
    </Figure>
  );
}
