import { createDesk } from './desk.ts';
import type { ToWorker } from './messages.ts';

// The entry of the worker of authors: foreign files and whole drafts are read here, and the page stays quick.
const desk = createDesk((message) => postMessage(message));

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => desk(data));
