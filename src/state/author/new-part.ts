import { newConceptFile, newScenarioFile } from '#formats/markdown/new-files.ts';
import { noteFiles, type PastedNote as Pasted } from '#formats/markdown/note-files.ts';

export type PastedNote = Pasted;

/** The files of new parts, with every place in which something is to be written. */
export const newPart = {
  concept: newConceptFile,
  scenario: newScenarioFile,
  note: noteFiles,
} as const;
