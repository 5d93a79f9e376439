/** What is new, the newest version first; the words are put on by the page. */
export const releases = [
  {
    version: '0.1.0',
    news: ['newsQuestions', 'newsMemory', 'newsExam', 'newsAuthor', 'newsOffline', 'newsBackup'],
  },
] as const;
