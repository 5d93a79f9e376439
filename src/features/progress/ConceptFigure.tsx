import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { ConceptRecall } from '#core/insight/expected-recall.ts';
import { Figure, type FigureProps } from './Figure.tsx';
import { IntervalRows } from './IntervalRows.tsx';
import { promised, rounded, type Names, type Words } from './numbers.ts';
import { shareColumns } from './share-columns.ts';
import { tableOf, type Table } from './table.ts';
import { percentTicks } from './ticks.ts';

/** As many as somebody may do something about today. */
const WEAKEST = 8;

const tableOfConcepts = (t: Words, names: Names, concepts: readonly ConceptRecall[]): Table =>
  tableOf(concepts, [
    { head: t('colConcept'), value: ({ pack, concept }) => names.concept(pack, concept) },
    { head: t('domain'), value: ({ pack, domain }) => names.domain(pack, domain) },
    {
      head: t('colRecall'),
      value: ({ recall }) => rounded(recall),
      shown: ({ recall }) => t('percent', { percent: promised(recall) }),
    },
    { head: t('colDue'), value: ({ due }) => Number(due), shown: ({ due }) => (due ? '✓' : '–') },
    ...shareColumns<ConceptRecall>(t, ({ right }) => right),
  ]);

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
          rows={weakest.map(({ key, pack, concept, recall, right }) => ({
            key,
            label: (
              <Link to={`/packs/${pack}/concepts/${concept}`}>{names.concept(pack, concept)}</Link>
            ),
            value: t('conceptValue', {
              percent: promised(recall),
              right: right.count,
              answers: right.of,
            }),
            interval: { mark: recall, low: right.low, high: right.high },
          }))}
        />
      )}
    </Figure>
  );
}
