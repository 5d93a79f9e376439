import { useTranslation } from '#ui/words.tsx';
import { middleOf, type StudyDay } from '#core/time.ts';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';

export interface ForecastDay {
  readonly day: StudyDay;
  readonly due: number;
}

const WIDTH = 30;
const HEIGHT = 72;

/** Reviews that come due, day by day, if nothing is studied before; today's first. */
export function Forecast({ days }: { readonly days: readonly ForecastDay[] }) {
  const { t, i18n } = useTranslation('today');
  const most = Math.max(1, ...days.map(({ due }) => due));
  const short = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(i18n.language, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <section className="today-section" aria-labelledby="forecast-title">
      <h2 id="forecast-title">{t('forecast')}</h2>
      <svg className="forecast" viewBox={`0 0 ${days.length * WIDTH} 112`} aria-hidden="true">
        {days.map(({ day, due }, index) => {
          const height = (due / most) * HEIGHT;
          const middle = index * WIDTH + WIDTH / 2;
          return (
            <g key={day}>
              <rect
                className={index === 0 ? 'forecast-today' : undefined}
                x={middle - 10}
                y={90 - height}
                width="20"
                height={height}
                rx="2"
              />
              {due > 0 && (
                <text x={middle} y={84 - height}>
                  {due}
                </text>
              )}
              <text x={middle} y="106">
                {index === 0 ? t('todayShort') : short.format(middleOf(day)).replace('日', '')}
              </text>
            </g>
          );
        })}
      </svg>
      <VisuallyHidden>
        <ul>
          {days.map(({ day, due }) => (
            <li key={day}>{t('forecastDay', { date: long.format(middleOf(day)), count: due })}</li>
          ))}
        </ul>
      </VisuallyHidden>
    </section>
  );
}
