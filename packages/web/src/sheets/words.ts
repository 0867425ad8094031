import type { Sheet } from '@guankao/domain';
import { heading, terms } from '@guankao/terms';
import type { AsOfView } from '../as-of.ts';
import { asOfWords, timeInWords } from '../components/as-of-words.ts';
import { instant } from '../figures/years.ts';
import type { EditionView } from '../views.ts';
import { both, inLanguage, words, type InLanguage, type Locale } from '../words/words.ts';

/** Of 優先釐清十問. */
const questionTable = {
  plan: both('計畫', 'Plan'),
  question: both('問題與算式', 'Question and arithmetic'),
  said: both('機關的話與位置', 'The agency’s words and their place'),
  promised: both('先前對同一計畫的承諾', 'What was promised of the same plan before'),
  note: both(
    '怎麼選的：依不符、應說明、請釐清的順序，有算式的在先，每個計畫先取一項、同一規則至多兩項；不足十項，再取其餘，最後是先前承諾而這份表沒有說做到的。檢核結果是問題，不是結論；請連同原文一起看。',
    'How they were chosen: errors, then warnings, then questions, those with arithmetic first, one of each plan and two of a rule at most; where these are fewer than ten, the others, and last what was promised before and is not said to be done. A finding asks and does not conclude: read it with the source.',
  ),
  nothing: both(
    '沒有要先問的。規則查不到的，不等於沒有。',
    'There is nothing to ask first. What the rules do not look for may still be there.',
  ),
  whatBecame: both(
    (due: string, why: string) => `先前承諾（期限：${due}）後來怎麼了？${why}。`,
    (due: string, why: string) => `What became of what was promised (due: ${due})? It is ${why}.`,
  ),
};

/** Of the pages of both sheets. */
export const sheetTable = {
  questions: heading(terms.tenQuestions),
  clarifications: heading(terms.clarifications),
  questionsLead: both(
    '讀這份表時先問的十件事：數字、頁行、算式、機關的話，和先前的承諾。',
    'Ten things to ask of this filing first: the figures, the place, the arithmetic, the agency’s words, and what it promised before.',
  ),
  clarificationsLead: both(
    '每一項檢核結果，附原文、位置與算式，末欄留給機關說明或更正。可下載後送機關。',
    'Every finding with the words, their place and the arithmetic, and a column for the agency’s answer. It goes to an agency, so it is in Chinese.',
  ),
  byAgency: heading(terms.executingAgency),
  download: both(
    (format: string) => `下載 ${format}`,
    (format: string) => `Download as ${format}`,
  ),
};

export function questionWords(locale: Locale): InLanguage<typeof questionTable> {
  return inLanguage(questionTable, locale);
}

/** Which edition a sheet is of, and where it stands: what a citation needs. */
export function sheetFacts(edition: EditionView, address: string, locale: Locale, asOf?: AsOfView): Sheet['facts'] {
  const t = words[locale];
  return [
    ...(asOf === undefined ? [] : [[asOfWords.title[locale], timeInWords(asOf, locale)] as const]),
    [t.fingerprint, edition.sha256],
    [
      heading(terms.edition)[locale],
      `${t.edition(edition.number)}${t.inBrackets(instant(edition.importedAt, locale))}`,
    ],
    [t.address, address],
  ];
}
