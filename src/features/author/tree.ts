import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { openRows, type Row } from './contents.ts';

/** With more branches than this, they begin folded. */
const FOLD_FROM = 12;

const startClosed = (rows: readonly Row[]): ReadonlySet<string> => {
  const parents = rows.filter(({ isParent }) => isParent);
  return new Set(parents.length > FOLD_FROM ? parents.map(({ key }) => key) : []);
};

const without = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  new Set([...keys].filter((other) => other !== key));

/** The row that a key goes to. */
function rowAfter(key: string, rows: readonly Row[], at: number): Row | undefined {
  if (key === 'ArrowDown') return rows[at + 1];
  if (key === 'ArrowUp') return rows[at - 1];
  if (key === 'Home') return rows[0];
  return key === 'End' ? rows.at(-1) : undefined;
}

export interface TreeProps {
  readonly rows: readonly Row[];
  /** The file in hand. */
  readonly file: string;
  readonly onOpen: (file: string) => void;
  readonly onRename: (row: Row) => void;
  readonly onDelete: (row: Row) => void;
}

/** Brings the row of the file in hand into sight. */
function useInSight(tree: RefObject<HTMLElement | null>, file: string): void {
  useEffect(() => {
    const row = tree.current?.querySelector(`[data-key="${CSS.escape(file)}"]`);
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [tree, file]);
}

/** Which branches are folded; the one with the file in hand is opened when it is come to. */
function useFolds(rows: readonly Row[], file: string) {
  const [closed, setClosed] = useState(() => startClosed(rows));
  const [shownFile, setShownFile] = useState<string | null>(null);
  if (shownFile !== file) {
    setShownFile(file);
    const parent = rows.find((row) => row.file === file)?.parent;
    if (parent !== undefined && parent !== null) setClosed(without(closed, parent));
  }
  const fold = ({ key }: Row, isOpen: boolean) =>
    setClosed(isOpen ? without(closed, key) : new Set([...closed, key]));
  return { closed, fold };
}

/** What a tree of rows does: arrows move and fold, Enter opens, F2 renames, Delete deletes. */
export function useTree({ rows, file, onOpen, onRename, onDelete }: TreeProps) {
  const tree = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(file);
  const { closed, fold } = useFolds(rows, file);
  useInSight(tree, file);
  const shown = openRows(rows, closed);
  const go = (row: Row | undefined) => {
    if (!row) return;
    setAt(row.key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus();
  };
  const choose = (row: Row) => {
    setAt(row.key);
    if (row.file === null) fold(row, closed.has(row.key));
    else onOpen(row.file);
  };
  /** Whether the key was for the tree. */
  const press = (key: string, row: Row): boolean => {
    const index = shown.indexOf(row);
    const isOpen = row.isParent && !closed.has(row.key);
    const next = rowAfter(key, shown, index);
    if (key === 'Enter' || key === ' ') choose(row);
    else if (key === 'ArrowRight' && row.isParent && !isOpen) fold(row, true);
    else if (key === 'ArrowRight') go(isOpen ? shown[index + 1] : undefined);
    else if (key === 'ArrowLeft' && isOpen) fold(row, false);
    else if (key === 'ArrowLeft') go(shown.find((other) => other.key === row.parent));
    else if (key === 'F2') onRename(row);
    else if (key === 'Delete') onDelete(row);
    else if (next) go(next);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (isPlain && press(event.key, row)) event.preventDefault();
  };
  // Tab reaches one row alone.
  const reachable = shown.some(({ key }) => key === at) ? at : shown[0]?.key;
  return { tree, shown, closed, fold, choose, reachable, onKeyDown };
}
