import { newConceptFile, newScenarioFile } from '#formats/markdown/new-files.ts';

/** The files of new parts, with every place in which something is to be written. */
export const newPart = { concept: newConceptFile, scenario: newScenarioFile } as const;
