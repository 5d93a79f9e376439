import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { LearnerState } from './learner.ts';
import type { LibraryState } from './library.ts';
import type { SessionState } from './session-desk.ts';
import type { Stores } from './stores.ts';

const StoresContext = createContext<Stores | null>(null);

export function StoresProvider({
  stores,
  children,
}: {
  readonly stores: Stores;
  readonly children: ReactNode;
}) {
  return <StoresContext value={stores}>{children}</StoresContext>;
}

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('no StoresProvider above');
  return stores;
}

export function useLearner<T>(select: (state: LearnerState) => T): T {
  return useStore(useStores().learner, select);
}

export function useLibrary<T>(select: (state: LibraryState) => T): T {
  return useStore(useStores().library, select);
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useStores().session, select);
}
