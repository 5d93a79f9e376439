declare module 'virtual:mondo-library' {
  /** The address of the library's index, relative to the page. */
  const libraryFile: string;
  export default libraryFile;
}

declare module 'virtual:mondo-exams' {
  import type { ExamProfile } from '#core/exam/profile.ts';
  /** In the order of their ids. */
  const profiles: readonly ExamProfile[];
  export default profiles;
}
