import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '#state/react.tsx';
import type { ExamsState } from './exams.ts';
import type { ReportState } from './report.ts';
import type { SittingState } from './sitting-state.ts';
import { examStoresOf } from './stores.ts';

/** The exams, read from the journal when they are first asked for. */
export function useExams<T>(select: (state: ExamsState) => T): T {
  const { exams } = examStoresOf(useStores());
  useEffect(() => {
    void exams.getState().open();
  }, [exams]);
  return useStore(exams, select);
}

export function useSitting<T>(select: (state: SittingState) => T): T {
  return useStore(examStoresOf(useStores()).sitting, select);
}

export function useReport<T>(select: (state: ReportState) => T): T {
  return useStore(examStoresOf(useStores()).report, select);
}
