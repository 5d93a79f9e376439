import { Suspense } from 'react';
import type { ExamEnd } from '#core/exam/date.ts';
import { sentenceGap } from '#core/language.ts';
import { dayWords } from '#i18n/day-words.ts';
import { Notice } from '#ui/Notice.tsx';
import { useTranslation } from '#ui/words.tsx';

/** Until when an exam can be taken, and what follows it; nothing where no end was announced. */
export function ExamEndNotice({ end }: { readonly end: ExamEnd | null }) {
  return (
    end && (
      <Suspense fallback={null}>
        <EndWords {...end} />
      </Suspense>
    )
  );
}

function EndWords({ last, language, next, isOver }: ExamEnd) {
  const { t, i18n } = useTranslation('plan');
  const date = dayWords(last, i18n.language);
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <Notice kind={isOver ? 'warn' : 'info'}>
      {language === null
        ? t(isOver ? 'ended' : 'ends', { date })
        : t(isOver ? 'endedIn' : 'endsIn', { date, language: names.of(language) ?? language })}
      {next !== null && sentenceGap(i18n.language)}
      {next !== null && t(isOver ? 'replaced' : 'follows', { next })}
    </Notice>
  );
}
