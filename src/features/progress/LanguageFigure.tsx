import { useTranslation } from '#ui/words.tsx';
import type { LanguageShare, LanguageShares } from '#core/insight/languages.ts';
import { isAboutNone, mayBeNone } from '#core/insight/share.ts';
import { languageName } from '#ui/LanguageToggle.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { IntervalRows } from './IntervalRows.tsx';
import { points, shareWords, type Words } from './numbers.ts';
import { shareColumns } from './share-columns.ts';
import { tableOf } from './table.ts';
import { percentTicks } from './ticks.ts';

function wordsOf(t: Words, { shares, difference }: LanguageShares): string {
  const [one, other] = shares;
  if (one === undefined) return t('languagesNone');
  if (other === undefined) return t('languagesOne', { language: languageName(one.language) });
  if (difference === null) {
    // The one that is read less lacks more.
    return t('languagesLacking', {
      language: languageName(other.language),
      count: other.lacking,
    });
  }
  const isFirstBetter = difference.difference >= 0;
  const [better, worse] = isFirstBetter ? [one, other] : [other, one];
  const none = isAboutNone(difference) ? 'languagesSame' : 'languagesOpen';
  return t(mayBeNone(difference) ? none : 'languagesDiffer', {
    first: languageName(better.language),
    second: languageName(worse.language),
    points: points(Math.abs(difference.difference)),
    low: points(isFirstBetter ? difference.low : -difference.high),
    high: points(isFirstBetter ? difference.high : -difference.low),
  });
}

/** Whether the learner is better in one language than in the other. */
export function LanguageFigure({ figures }: FigureProps) {
  const { t } = useTranslation('progress');
  const { shares } = figures.languages;
  const isDrawn = shares.length > 1;
  return (
    <Figure
      name="languages"
      title={t('languages')}
      says={wordsOf(t, figures.languages)}
      note={isDrawn && shares.some(({ lacking }) => lacking === 0) ? t('bandNote') : undefined}
      table={tableOf(shares, [
        { head: t('colLanguage'), value: ({ language }) => languageName(language) },
        ...shareColumns<LanguageShare>(t, ({ right }) => right),
      ])}
      today={figures.today}
    >
      {isDrawn && (
        <IntervalRows
          ticks={percentTicks(t)}
          rows={shares.map(({ language, right, lacking }) => ({
            key: language,
            label: <span lang={language}>{languageName(language)}</span>,
            value: lacking > 0 ? t('lacking', { count: lacking }) : shareWords(t, right),
            interval: lacking > 0 ? null : { mark: right.share, low: right.low, high: right.high },
          }))}
        />
      )}
    </Figure>
  );
}
