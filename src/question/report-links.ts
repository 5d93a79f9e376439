import type { Contact } from '#core/pack/model.ts';

/** A report as it is written: what it is about, and what it says. */
export interface Report {
  readonly title: string;
  readonly body: string;
}

/** Servers and mail programs cut or refuse longer addresses. */
const LONGEST_ADDRESS = 7000;

export interface ReportLink {
  readonly href: string;
  /** Whether the body is in it; it is left out where the address would become too long. */
  readonly isWhole: boolean;
}

const shortened = (whole: string, bare: string): ReportLink =>
  whole.length <= LONGEST_ADDRESS ? { href: whole, isWhole: true } : { href: bare, isWhole: false };

/** A mail that has been begun; `null` if the pack names no address. */
export function mailLink({ mail }: Contact, { title, body }: Report): ReportLink | null {
  if (mail === undefined) return null;
  const address = `mailto:${encodeURIComponent(mail).replaceAll('%40', '@')}`;
  const bare = `${address}?subject=${encodeURIComponent(title)}`;
  // Mail wants both letters at the end of a line.
  return shortened(`${bare}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`, bare);
}

/** The pack's page for a new issue, filled in; `null` if it names none that can be opened. */
export function issueLink({ issues }: Contact, { title, body }: Report): ReportLink | null {
  if (issues === undefined || !URL.canParse(issues)) return null;
  const page = new URL(issues);
  if (page.protocol !== 'https:' && page.protocol !== 'http:') return null;
  page.searchParams.set('title', title);
  const bare = page.href;
  page.searchParams.set('body', body);
  return shortened(page.href, bare);
}
