/**
 * The value of an expression of a label: numbers, + - * / and brackets, nothing else.
 * Throws SyntaxError on anything else: a label that cannot be recomputed is a wrong label.
 */
export function recompute(expression: string): number {
  const tokens = expression.match(/\d+(?:\.\d+)?|[-+*/()]|\S/g) ?? [];
  let at = 0;
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === '*' || tokens[at] === '/') value = tokens[at++] === '*' ? value * atom() : value / atom();
    return value;
  };
  const atom = (): number => {
    const token = tokens[at++];
    if (token === '(') {
      const value = sum();
      if (tokens[at++] !== ')') throw new SyntaxError(`no closing bracket in ${expression}`);
      return value;
    }
    if (token === undefined || !/^\d/.test(token))
      throw new SyntaxError(`${token ?? 'the end'} where a number should stand in ${expression}`);
    return Number(token);
  };
  const value = sum();
  if (at < tokens.length) throw new SyntaxError(`${tokens[at]} too much in ${expression}`);
  return value;
}

/** The numbers of an expression, in order. */
export function operandsOf(expression: string): readonly number[] {
  return (expression.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}

/**
 * Whether a figure printed in steps of `step` can stand for `computed`: rounded to it, or cut off at it.
 * A printed 14.28 % has the step 0.0001 as a fraction.
 */
export function holdsAt(computed: number, stated: number, step: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(computed));
  const rounded = Math.abs(computed - stated) <= step / 2 + slack;
  const cut = computed - stated >= -slack && computed - stated < step - slack;
  return rounded || cut;
}
