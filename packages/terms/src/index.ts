import { checks } from './checks.ts';
import { form } from './form.ts';
import { money } from './money.ts';
import { plans } from './plans.ts';
import { work } from './work.ts';

export { glossary } from './glossary.ts';
export { heading, type Term } from './term.ts';

/** Every term by its id: what a thing is called, in both languages, wherever it is shown. */
export const terms = { ...form, ...plans, ...money, ...work, ...checks } as const;
