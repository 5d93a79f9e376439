import { useTranslation } from '#ui/words.tsx';
import {
  ENOUGH_CONCEPTS,
  type DomainRecall,
  type Expected,
} from '#core/insight/expected-recall.ts';
import { Figure, type FigureProps } from './Figure.tsx';
import { IntervalRows, type IntervalRow } from './IntervalRows.tsx';
import {
  percent,
  percentWords,
  promised,
  rounded,
  tooLittle,
  type Names,
  type Words,
} from './numbers.ts';
import { tableOf, type Column, type Table } from './table.ts';
import { percentTicks } from './ticks.ts';

/** A domain that has no more will never have enough. */
const tooFew = (t: Words, { met, concepts }: Expected): string =>
  concepts < ENOUGH_CONCEPTS
    ? t('domainSmall', { count: concepts, met, enough: ENOUGH_CONCEPTS })
    : tooLittle(t, 'concepts', met, ENOUGH_CONCEPTS);

function wordsOf(t: Words, all: Expected): string {
  if (all.recall === null) return t('domainsNone');
  if (all.met < ENOUGH_CONCEPTS)
    return t('domainsLacking', { have: all.met, count: ENOUGH_CONCEPTS });
  return t('domainsSay', {
    met: all.met,
    recalled: Math.floor(all.recall * all.met),
    low: Math.floor(all.low * all.met),
    high: Math.ceil(all.high * all.met),
  });
}

function rowOf(t: Words, names: Names, group: DomainRecall): IntervalRow {
  const { pack, domain, recall, low, high, met, concepts } = group;
  const row = { key: `${pack}/${domain}`, label: names.domain(pack, domain) };
  if (recall === null)
    return { ...row, value: t('domainUnmet', { count: concepts }), interval: null };
  if (met < ENOUGH_CONCEPTS) return { ...row, value: tooFew(t, group), interval: null };
  const value = t('domainValue', {
    percent: promised(recall),
    low: percent(low),
    high: percent(high),
    met,
    concepts,
  });
  return { ...row, value, interval: { mark: recall, low, high } };
}

function tableOfDomains(t: Words, names: Names, groups: readonly DomainRecall[]): Table {
  const part = (head: string, field: 'recall' | 'low' | 'high'): Column<DomainRecall> => {
    // Of what was not met nothing is known.
    const of = (group: DomainRecall) => (group.recall === null ? null : group[field]);
    return {
      head,
      value: (group) => rounded(of(group)),
      shown: (group) => {
        const share = of(group);
        return share === null || field !== 'recall'
          ? percentWords(t, share)
          : t('percent', { percent: promised(share) });
      },
    };
  };
  return tableOf(groups, [
    { head: t('domain'), value: ({ pack, domain }) => names.domain(pack, domain) },
    { head: t('colConcepts'), value: ({ concepts }) => concepts },
    { head: t('colMet'), value: ({ met }) => met },
    { head: t('colDue'), value: ({ due }) => due },
    part(t('colRecall'), 'recall'),
    part(t('colLow'), 'low'),
    part(t('colHigh'), 'high'),
  ]);
}

/** How much of each domain would be recalled today. */
export function DomainFigure({ figures, names }: FigureProps) {
  const { t } = useTranslation('progress');
  const { all, domains } = figures.recall;
  return (
    <Figure
      name="domains"
      title={t('domains')}
      says={wordsOf(t, all)}
      note={
        all.met < ENOUGH_CONCEPTS ? undefined : t('domainsNote', { count: all.concepts - all.met })
      }
      table={tableOfDomains(t, names, domains)}
      today={figures.today}
    >
      {all.recall !== null && (
        <IntervalRows
          rows={domains.map((group) => rowOf(t, names, group))}
          ticks={percentTicks(t)}
        />
      )}
    </Figure>
  );
}
