import type { Subject } from '#core/exam/subject.ts';
import { localized, shownLanguage, type Language } from '#core/language.ts';

interface DomainNameProps {
  readonly subject: Subject;
  readonly domain: string;
  readonly language: Language;
}

/** A domain of an exam by its name, marked as being in its language. */
export function DomainName({ subject: { packs, blueprint }, domain, language }: DomainNameProps) {
  const title = blueprint.domains.find(({ id }) => id === domain)?.title ?? {};
  const source = packs[0]?.languages[0];
  return (
    <span lang={shownLanguage(Object.keys(title), language, source)}>
      {localized(title, language, source) ?? domain}
    </span>
  );
}
