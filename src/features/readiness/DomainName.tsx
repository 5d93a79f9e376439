import type { Subject } from '#core/insight/exam-figures.ts';
import { localized, shownLanguage, type Language } from '#core/language.ts';

interface DomainNameProps {
  readonly subject: Subject;
  readonly domain: string;
  readonly language: Language;
}

/** A domain of an exam by its name, marked as being in its language. */
export function DomainName({ subject: { pack, blueprint }, domain, language }: DomainNameProps) {
  const title = blueprint.domains.find(({ id }) => id === domain)?.title ?? {};
  const source = pack.languages[0];
  return (
    <span lang={shownLanguage(Object.keys(title), language, source)}>
      {localized(title, language, source) ?? domain}
    </span>
  );
}
