import type { Figure } from '@guankao/passages';
import { differenceOf, figureOperand, just, type Expression, type Operand } from '../expression.ts';
import { bestRange, type Statement } from '../statement.ts';

/** The words say that one figure is no less than another; refuted where it is less by all that the print leaves open. */
export function noLess(
  claim: Figure,
  word: string,
  as: string,
  larger: Figure,
  smaller: Figure,
  operandOf: (figure: Figure) => Operand = (figure) => figureOperand(figure),
): Statement {
  return aboveNought(claim, word, as, differenceOf(just(operandOf(larger)), just(operandOf(smaller))));
}

/** The words say that what is worked out lies above nought, or at it; refuted where all that the print leaves open lies below. */
export function aboveNought(
  claim: Figure,
  word: string,
  as: string,
  apart: Expression,
  refuted = !bestRange(apart).reachesAboveZero,
): Statement {
  return {
    kind: 'comparison',
    claim,
    word,
    outcome: refuted ? 'contradicted' : 'borne-out',
    sure: true,
    readings: [{ as, expression: apart, scale: 1, holds: !refuted }],
    alsoTried: 0,
  };
}
