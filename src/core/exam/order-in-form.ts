import { shownOrder } from '#core/answer/grade.ts';
import type { Slug } from '#core/ids.ts';
import type { Scenario } from '#core/pack/model.ts';
import { hashText } from '#core/random.ts';
import type { FormQuestion } from './draw.ts';
import type { Form } from './form.ts';
import { questionKey } from './pool.ts';

/** The order in which a question of a form is shown: the same whenever it is opened, and for everybody with a code. */
export const orderInForm = (
  { seed }: Pick<Form, 'seed'>,
  question: FormQuestion,
  scenario: Scenario,
): Slug[] => shownOrder(scenario, hashText(`${seed}/${questionKey(question)}`));
