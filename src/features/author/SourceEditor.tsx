import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Outline } from '#state/author/report.ts';
import { openSource, type Mark, type SourceView } from './source-view.ts';
import { useTurn, useWaiting } from './waiting.ts';

export interface SourceEditorProps {
  readonly file: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly outline: Outline | null;
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Where to go; a new object goes there again. */
  readonly spot: { readonly line: number; readonly column: number } | null;
}

/** The source of one file. Mount it anew (`key`) for another. */
export function SourceEditor(props: SourceEditorProps) {
  const { text, marks, spot } = props;
  const { t } = useTranslation('author');
  const host = useRef<HTMLDivElement>(null);
  const turn = useTurn();
  const view = useView(host, props);
  useEffect(() => view.current?.setText(text, turn), [view, text, turn]);
  useEffect(() => view.current?.setMarks(marks), [view, marks]);
  useEffect(() => {
    if (spot) view.current?.goTo(spot.line, spot.column);
  }, [view, spot]);
  return (
    <div className="source">
      <div className="source-host" ref={host} />
      <p className="author-caption">{t('tabHint')}</p>
    </div>
  );
}

/** The editor lives outside of React: it is opened once for a file, and told what changes. */
function useView(host: RefObject<HTMLDivElement | null>, props: SourceEditorProps) {
  const { file, isReadOnly } = props;
  const { t } = useTranslation('author');
  const view = useRef<SourceView>(null);
  const latest = useRef(props);
  const words = useRef(t);
  useEffect(() => {
    latest.current = props;
  });
  const { wait, settle } = useWaiting({ act: (typed) => view.current?.tell(typed) });
  useEffect(() => {
    const { current: at } = host;
    if (at === null) return undefined;
    const say = words.current;
    const settled = (move: 'onUndo' | 'onRedo') => () => {
      settle();
      latest.current[move]();
    };
    const root = at.shadowRoot ?? at.attachShadow({ mode: 'open' });
    const opened = openSource({
      parent: root,
      file,
      text: latest.current.text,
      label: say('sourceOf', { file }),
      hint: say('tabHint'),
      isReadOnly,
      phrases: phrasesOf(say),
      onTyped: wait,
      onChange: (next) => latest.current.onChange(next),
      onUndo: settled('onUndo'),
      onRedo: settled('onRedo'),
      outline: () => latest.current.outline,
    });
    view.current = opened;
    return () => opened.destroy();
  }, [host, file, isReadOnly, wait, settle]);
  return view;
}

type Say = ReturnType<typeof useTranslation<'author'>>['t'];

/** The library's own words that can be seen or heard here. */
const phrasesOf = (t: Say): Readonly<Record<string, string>> => ({
  Find: t('find'),
  Replace: t('replaceWith'),
  next: t('findNext'),
  previous: t('findPrevious'),
  all: t('findAll'),
  'match case': t('matchCase'),
  'by word': t('byWord'),
  regexp: t('regexp'),
  replace: t('replace'),
  'replace all': t('replaceAll'),
  close: t('closePanel'),
  Diagnostics: t('problems'),
  'No diagnostics': t('noProblems'),
  Completions: t('completions'),
});
