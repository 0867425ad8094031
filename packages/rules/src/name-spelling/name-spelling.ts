import type { PlanRow, Span } from '@guankao/domain';
import { filingRule, type PlacedFault } from '../engine/rule.ts';

const meta = {
  id: 'name-spelling',
  title: { 'zh-Hant': '同一總計畫之名稱寫法不一', en: 'One umbrella plan’s name written in two ways' },
  category: 'text',
  severity: 'question',
  authority: '計畫名稱應與核定名稱一致',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '寫法不一，各列就不能自動歸為同一計畫。',
    en: 'Rows of one plan cannot be brought together by machine.',
  },
  messages: {
    dash: {
      fault: {
        'zh-Hant': '「{words}」用「{dash}」，同一總計畫之其他各列用「{usual}」。',
        en: '“{words}” has “{dash}” where its sister rows have “{usual}”.',
      },
      settle: { 'zh-Hant': '請依核定名稱統一。', en: 'Use the approved name throughout.' },
    },
  },
} as const;

const dashes = /[-－—–‐﹣]+/u;

interface Member {
  readonly plan: PlanRow;
  readonly dash: string;
}

export const rule = filingRule(meta, function* ({ rows, document }): Iterable<PlacedFault<keyof typeof meta.messages>> {
  const named = rows.flatMap(({ plan }): (Member & { readonly family: string })[] => {
    const name = plan.name.value.replace(/\s/gu, '');
    const dash = dashes.exec(name);
    return dash === null || dash.index < 4 ? [] : [{ plan, dash: dash[0], family: name.slice(0, dash.index) }];
  });
  for (const members of Map.groupBy(named, ({ family }) => family).values()) {
    const usual = mostCommon(members.map(({ dash }) => dash));
    if (usual === null) continue;
    for (const { plan, dash } of members) {
      if (dash === usual) continue;
      yield {
        plan: plan.id,
        says: 'dash',
        words: { words: plan.name.value.replace(/\s/gu, ''), dash, usual },
        at: [aroundDash(plan, dash, document.text)],
        stated: dash,
        computed: usual,
        perhapsConversion: true,
      };
    }
  }
});

/** The form that more than half of at least three rows have. */
function mostCommon(forms: readonly string[]): string | null {
  const counts = [...Map.groupBy(forms, (form) => form)].map(([form, all]) => ({ form, count: all.length }));
  const most = counts.toSorted((a, b) => b.count - a.count)[0];
  return most !== undefined && counts.length > 1 && forms.length >= 3 && most.count * 2 > forms.length
    ? most.form
    : null;
}

/** From a few characters before the dash to the end of the name, as printed. */
function aroundDash({ name }: PlanRow, dash: string, printed: string): Span {
  const span = name.spans[0];
  if (span === undefined) throw new RangeError('a name without a place');
  const at = printed.slice(span.start, span.end).indexOf(dash);
  return at < 0
    ? span
    : { ...span, start: Math.max(span.start, span.start + at - 4), end: Math.min(span.end, span.start + at + 20) };
}
