export { statementsOf } from './read-row.ts';
export {
  bestReading,
  borneOut,
  claimed,
  computedOf,
  narrowedToTheFinest,
  type Reading,
  type Statement,
  type StatementKind,
} from './statement.ts';
export { expressionText, operandsOf, rangeOf, valueOf, type Expression, type Operand } from './expression.ts';
