/** `2026-11-20`, `2026-11` or `2026` in the words of a language, as exact as it is given. */
export function formatDate(date: string, language: string): string {
  const parts = date.split('-').length;
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
  }).format(day);
}
