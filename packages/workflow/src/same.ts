/** Whether two values of JSON say the same. The order of keys says nothing: the record gives them back in another. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, others] = [told(one), told(other)];
  return (
    mine.size === others.size && [...mine].every(([key, value]) => others.has(key) && sameJson(value, others.get(key)))
  );
}

/** JSON knows no `undefined`: a key that has none is absent. */
function told(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, one]) => one !== undefined));
}
