import { useStore } from 'zustand';
import { useStores } from '#state/react.tsx';
import type { CheckupState } from './checkup.ts';
import type { EditorState } from './editor.ts';
import type { ImportingState } from './importing.ts';
import type { InboxState } from './inbox.ts';
import type { LostState } from './lost.ts';
import { authorStoresOf } from './stores.ts';

export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(authorStoresOf(useStores()).editor, select);
}

export function useCheckup<T>(select: (state: CheckupState) => T): T {
  return useStore(authorStoresOf(useStores()).checkup, select);
}

export function useImporting<T>(select: (state: ImportingState) => T): T {
  return useStore(authorStoresOf(useStores()).importing, select);
}

export function useLost<T>(select: (state: LostState) => T): T {
  return useStore(authorStoresOf(useStores()).lost, select);
}

export function useInbox<T>(select: (state: InboxState) => T): T {
  return useStore(authorStoresOf(useStores()).inbox, select);
}
