import { useEffect, useState } from 'react';
import type { EditorState } from '#state/author/editor.ts';
import { useEditor } from '#state/author/react.ts';

/**
 * The draft of a page for as long as the page stands; `null` until it is entered. What is open before that is on its
 * way out: what would be typed into it goes with it.
 */
export function useEntered(id: string): EditorState['open'] {
  const enter = useEditor((state) => state.enter);
  const leave = useEditor((state) => state.leave);
  const open = useEditor((state) => state.open);
  const [entered, setEntered] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void enter(id).then(() => isHere && setEntered(id));
    return () => {
      isHere = false;
      setEntered(null);
      void leave();
    };
  }, [id, enter, leave]);
  return entered === id ? open : null;
}
