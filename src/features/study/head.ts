import { useMemo } from 'react';
import { localized } from '#core/language.ts';
import type { Item } from '#core/study/item.ts';
import type { HeadProps } from '#question/QuestionHead.tsx';
import { findConcept } from '#state/library.ts';
import { useLibrary } from '#state/react.tsx';
import type { Content } from '#state/session-desk.ts';

/** The compiler has already put the address of a picture in its place. */
const asItStands = (source: string): string => source;

/** What a question and its feedback both show of a loaded scenario. */
export function useHead(
  item: Item,
  { chunk, scenario }: Extract<Content, { status: 'ready' }>,
): HeadProps {
  const packs = useLibrary((state) => state.packs);
  const { language } = chunk;
  const text = scenario.text[language];
  if (text === undefined) throw new Error(`${item.scenario} has no words in ${language}`);
  return useMemo(() => {
    const found = findConcept(packs, item.pack, item.concept);
    const domain = found?.pack.domains.find(({ id }) => id === item.domain);
    const title = domain && localized(domain.title, language, found?.pack.languages[0]);
    return {
      scenario,
      text,
      language,
      mediaUrl: asItStands,
      sharedCase: chunk.cases.find(({ id }) => id === scenario.case),
      labels: title === undefined ? [] : [title],
    };
  }, [packs, item, scenario, text, language, chunk]);
}
