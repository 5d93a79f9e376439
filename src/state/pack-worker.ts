import { runJob, type Job } from './pack-jobs.ts';

// A worker of one job: what it cannot end in time is ended for it. An error of ours is the browser's to tell.
self.addEventListener('message', (event: MessageEvent<Job>) => {
  void runJob(event.data).then((answer) => self.postMessage(answer));
});
