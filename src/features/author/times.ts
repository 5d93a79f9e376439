import type { Instant } from '#core/time.ts';

/** Today the hour and minute are enough; before, the day is named as well. */
export function timeOf(at: Instant, language: string): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
    ...(isToday ? {} : { year: 'numeric', month: 'short', day: 'numeric' }),
  }).format(date);
}
