// Written by packages/rules/catalogue.ts from the folders beside it: run it again after adding a rule.
import type { Rule } from './engine/rule.ts';
import { rule as agencyName } from './agency-name/agency-name.ts';
import { rule as budgetedOverApproved } from './budgeted-over-approved/budgeted-over-approved.ts';
import { rule as carryOverTooLarge } from './carry-over-too-large/carry-over-too-large.ts';
import { rule as doubledWords } from './doubled-words/doubled-words.ts';
import { rule as emptyCell } from './empty-cell/empty-cell.ts';
import { rule as eventOutsideYear } from './event-outside-year/event-outside-year.ts';
import { rule as executedOverBudgeted } from './executed-over-budgeted/executed-over-budgeted.ts';
import { rule as fullExecutionUnfinished } from './full-execution-unfinished/full-execution-unfinished.ts';
import { rule as impossibleDate } from './impossible-date/impossible-date.ts';
import { rule as incompleteDate } from './incomplete-date/incomplete-date.ts';
import { rule as markupDebris } from './markup-debris/markup-debris.ts';
import { rule as nameSpelling } from './name-spelling/name-spelling.ts';
import { rule as numberingBroken } from './numbering-broken/numbering-broken.ts';
import { rule as parentSumMismatch } from './parent-sum-mismatch/parent-sum-mismatch.ts';
import { rule as periodBroken } from './period-broken/period-broken.ts';
import { rule as simplifiedCharacters } from './simplified-characters/simplified-characters.ts';
import { rule as umbrellaTotal } from './umbrella-total/umbrella-total.ts';
import { rule as workAfterPeriod } from './work-after-period/work-after-period.ts';
import { rule as wrongCharacter } from './wrong-character/wrong-character.ts';
import agencyNamePage from './agency-name/agency-name.md';
import budgetedOverApprovedPage from './budgeted-over-approved/budgeted-over-approved.md';
import carryOverTooLargePage from './carry-over-too-large/carry-over-too-large.md';
import doubledWordsPage from './doubled-words/doubled-words.md';
import emptyCellPage from './empty-cell/empty-cell.md';
import eventOutsideYearPage from './event-outside-year/event-outside-year.md';
import executedOverBudgetedPage from './executed-over-budgeted/executed-over-budgeted.md';
import fullExecutionUnfinishedPage from './full-execution-unfinished/full-execution-unfinished.md';
import impossibleDatePage from './impossible-date/impossible-date.md';
import incompleteDatePage from './incomplete-date/incomplete-date.md';
import markupDebrisPage from './markup-debris/markup-debris.md';
import nameSpellingPage from './name-spelling/name-spelling.md';
import numberingBrokenPage from './numbering-broken/numbering-broken.md';
import parentSumMismatchPage from './parent-sum-mismatch/parent-sum-mismatch.md';
import periodBrokenPage from './period-broken/period-broken.md';
import simplifiedCharactersPage from './simplified-characters/simplified-characters.md';
import umbrellaTotalPage from './umbrella-total/umbrella-total.md';
import workAfterPeriodPage from './work-after-period/work-after-period.md';
import wrongCharacterPage from './wrong-character/wrong-character.md';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  agencyName,
  budgetedOverApproved,
  carryOverTooLarge,
  doubledWords,
  emptyCell,
  eventOutsideYear,
  executedOverBudgeted,
  fullExecutionUnfinished,
  impossibleDate,
  incompleteDate,
  markupDebris,
  nameSpelling,
  numberingBroken,
  parentSumMismatch,
  periodBroken,
  simplifiedCharacters,
  umbrellaTotal,
  workAfterPeriod,
  wrongCharacter,
];

/** The page of each rule, Markdown, by id. */
export const pages: Readonly<Record<string, string>> = {
  'agency-name': agencyNamePage,
  'budgeted-over-approved': budgetedOverApprovedPage,
  'carry-over-too-large': carryOverTooLargePage,
  'doubled-words': doubledWordsPage,
  'empty-cell': emptyCellPage,
  'event-outside-year': eventOutsideYearPage,
  'executed-over-budgeted': executedOverBudgetedPage,
  'full-execution-unfinished': fullExecutionUnfinishedPage,
  'impossible-date': impossibleDatePage,
  'incomplete-date': incompleteDatePage,
  'markup-debris': markupDebrisPage,
  'name-spelling': nameSpellingPage,
  'numbering-broken': numberingBrokenPage,
  'parent-sum-mismatch': parentSumMismatchPage,
  'period-broken': periodBrokenPage,
  'simplified-characters': simplifiedCharactersPage,
  'umbrella-total': umbrellaTotalPage,
  'work-after-period': workAfterPeriodPage,
  'wrong-character': wrongCharacterPage,
};
