import type { Remark } from './imported.ts';

/** Nobody has to read the same of one item twice. */
export const distinctRemarks = (remarks: readonly Remark[]): readonly Remark[] => [
  ...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values(),
];
