import type app from './en/app.json';
import type author from './en/author.json';
import type common from './en/common.json';
import type exam from './en/exam.json';
import type feedback from './en/feedback.json';
import type packs from './en/packs.json';
import type progress from './en/progress.json';
import type plan from './en/plan.json';
import type question from './en/question.json';
import type readiness from './en/readiness.json';
import type report from './en/report.json';
import type share from './en/share.json';
import type study from './en/study.json';
import type settings from './en/settings.json';
import type today from './en/today.json';
import type troubles from './en/troubles.json';

/** The words of the interface by namespace; a new file adds its line here. English says which keys there are. */
export interface Words {
  readonly app: typeof app;
  readonly author: typeof author;
  readonly common: typeof common;
  readonly exam: typeof exam;
  readonly feedback: typeof feedback;
  /** What readers of foreign files say; a test sees to it that each code has its words. */
  readonly import: Record<string, string>;
  readonly packs: typeof packs;
  readonly progress: typeof progress;
  readonly plan: typeof plan;
  readonly question: typeof question;
  readonly readiness: typeof readiness;
  readonly report: typeof report;
  readonly share: typeof share;
  readonly study: typeof study;
  readonly settings: typeof settings;
  readonly today: typeof today;
  readonly troubles: typeof troubles;
  /** Codes come from many rules; a test of the doctor sees to it that each has its words. */
  readonly problems: Record<string, string>;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Words;
  }
}
