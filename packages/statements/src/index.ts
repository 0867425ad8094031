export { statementsOf } from './read-row.ts';
export {
  bestReading,
  borneOut,
  claimed,
  computedOf,
  type Reading,
  type Statement,
  type StatementKind,
} from './statement.ts';
export { expressionText, operandsOf, rangeOf, valueOf, type Expression } from './expression.ts';
