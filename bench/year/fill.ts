import { createHash } from 'node:crypto';
import type { PlanReading, Reading } from '@guankao/reading';
import type { Store } from '@guankao/store';

const rowsAFiling = 50;

/** The example's plans again and again, under other names, agencies and years: each row has its own words and figures. */
export function manyPlans(plans: readonly PlanReading[], count: number, salt: number): PlanReading[] {
  const places = ['海岸', '步道', '圖書館', '氣象站', '檔案', '濕地', '港埠', '校舍', '衛生所', '灌區'];
  return Array.from({ length: count }, (_, at) => {
    const plan = plans[at % plans.length];
    if (plan === undefined) throw new Error('the example has no plans');
    const id = `r${String(at + 1).padStart(4, '0')}`;
    return {
      ...plan,
      id,
      parent: null,
      name: `${places[(at + salt) % places.length]}${plan.name}第${salt * rowsAFiling + at}案`,
    };
  });
}

export function asFiling(
  reading: Reading,
  agency: string,
  fiscalYear: number,
  plans: PlanReading[],
  salt: number,
): Reading {
  const ids = new Set(plans.map(({ id }) => id));
  const findings = reading.findings
    .flatMap((finding, at) =>
      plans
        .filter((_, index) => index % 7 === at % 7)
        .slice(0, 3)
        .map((plan) => ({ ...finding, plan: plan.id })),
    )
    .filter(({ plan }) => plan !== null && ids.has(plan));
  return {
    ...reading,
    document: { ...reading.document, sha256: '', name: `${agency}-${fiscalYear}-${salt}.txt` },
    filing: { ...reading.filing, agency, fiscalYear },
    plans,
    findings,
  };
}

/** So many plan-years in filings of fifty plans each, of ten years or fewer. `timeOf`: when the n-th file came, not before the one before it. */
export async function fill(
  store: Store,
  reading: Reading,
  size: number,
  timeOf: (filing: number) => Date = () => new Date(),
): Promise<void> {
  const filings = Math.ceil(size / rowsAFiling);
  const agencies = Math.max(60, Math.ceil(filings / 10));
  for (let at = 0; at < filings; at++) {
    const filled = asFiling(
      reading,
      `範例第${at % agencies}署`,
      2024 - Math.floor(at / agencies),
      manyPlans(reading.plans, rowsAFiling, at),
      at,
    );
    const bytes = new TextEncoder().encode(`${filled.document.name}\n${filled.document.text}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.importReading(
      { ...filled, document: { ...filled.document, sha256 } },
      { name: filled.document.name, mediaType: 'text/plain', bytes },
      { actor: 'bench', role: 'operator', at: timeOf(at) },
    );
  }
}
