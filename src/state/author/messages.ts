import type { DraftFiles } from '#core/author/history.ts';
import type { Pack } from '#core/pack/model.ts';
import type { ExportResult, ExportWish } from './export-types.ts';
import type { ImportGoal, ImportJob, ImportProgress, ImportReport } from './import-types.ts';
import type { FocusReport } from './report.ts';
import type { ReportEnd, ReportNews } from './report-news.ts';

/** As much of a worker as is used. */
export interface AuthorWorker {
  postMessage: (message: ToWorker) => void;
  addEventListener: (
    type: 'message' | 'error' | 'messageerror',
    listen: (event: { readonly data?: unknown }) => void,
  ) => void;
  terminate: () => void;
}

/** What the page tells the worker of authors. */
export type ToWorker =
  /** Files as they now are; `isWhole`: and no others. */
  | {
      readonly type: 'files';
      readonly isWhole: boolean;
      readonly set: readonly (readonly [path: string, content: string | Uint8Array])[];
      readonly gone: readonly string[];
    }
  /** Examine them: the file in hand at once, the whole a moment later. A newer wish replaces an older one. */
  | {
      readonly type: 'look';
      readonly ask: number;
      readonly file: string | null;
      readonly today: string;
    }
  /** Write them in a format. */
  | { readonly type: 'export'; readonly job: number; readonly wish: ExportWish }
  /** The pack that the files are. */
  | { readonly type: 'pack'; readonly job: number }
  /** Read foreign files. */
  | { readonly type: 'import'; readonly ask: number; readonly job: ImportJob }
  /** Make files of what was read. */
  | { readonly type: 'draft'; readonly goal: ImportGoal };

/** And what it answers. */
export type FromWorker =
  | { readonly type: 'focus'; readonly ask: number; readonly report: FocusReport }
  /** Of the whole draft, before the message that ends its report. */
  | { readonly type: 'news'; readonly news: ReportNews }
  | { readonly type: 'whole'; readonly ask: number; readonly end: ReportEnd }
  /** `null` while `pack.yaml` cannot be read; parts that cannot be read are left out. */
  | { readonly type: 'pack'; readonly job: number; readonly pack: Pack | null }
  /** `null` while `pack.yaml` cannot be read. */
  | { readonly type: 'exported'; readonly job: number; readonly exported: ExportResult | null }
  /** Now and then while a file is read. */
  | { readonly type: 'progress'; readonly ask: number; readonly progress: ImportProgress }
  | { readonly type: 'imported'; readonly ask: number; readonly report: ImportReport }
  | { readonly type: 'drafted'; readonly files: DraftFiles }
  /** Still at work on what takes long. */
  | { readonly type: 'alive' }
  /** Something failed that never should: what was asked for does not come any more. */
  | { readonly type: 'broken' };
