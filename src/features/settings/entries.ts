/** A whole number as it is typed, full-width digits included. */
export function parseWhole(text: string, least: number, most: number): number | null {
  const digits = text.normalize('NFKC').trim();
  const number = Number(digits);
  return /^\d{1,6}$/.test(digits) && number >= least && number <= most ? number : null;
}

/** `04:00` as minutes after midnight. */
export function parseTime(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(text.normalize('NFKC').trim()) ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  return Number(hours) < 24 && Number(minutes) < 60 ? time : null;
}

export const formatTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
