import { planDocument } from './plan/page';
import { proposalOf } from './plan/proposal';
import { planSheets } from './plan/sheets';
import { planAnswer } from './planAnswer';
import type { Report } from './report';

/** What to reassign: made of the planner’s answer. */
export const plan: Report = {
  name: 'plan',
  data(input) {
    const { plan: proposed, effect } = proposalOf(input);
    return planAnswer(proposed, effect);
  },
  document: planDocument,
  sheets: planSheets,
};
