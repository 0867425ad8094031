import type { ReactNode } from 'react';
import { moneyComponents, shareText, type Part, type YearMoney } from '@guankao/workflow';
import type { Crumb } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import type { MappingFrame } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { RefusalNote, type Refused } from './refused.tsx';
import type { OfficeFrame } from './views.ts';
import { useRowName } from './words.ts';

export function mappingPath(id: string): string {
  return `/office/mappings/${encodeURIComponent(id)}`;
}

/** The frame of every page of one mapping: where it stands, what was refused. */
export function MappingPage({
  frame,
  view: { mapping, agencyName },
  title,
  refused,
  within = [],
  children,
}: {
  readonly frame: OfficeFrame;
  readonly view: MappingFrame;
  readonly title: string;
  readonly refused: Refused | null;
  /** Pages between the mapping's own and this one; null: this is its own. */
  readonly within?: readonly Crumb[] | null;
  readonly children: ReactNode;
}): ReactNode {
  const t = useMappingWords();
  const yearCrumbs = useYearCrumbs(mapping.year);
  const year = `/office/years/${encodeURIComponent(mapping.year)}`;
  return (
    <OfficePage
      actor={frame.actor}
      title={title}
      crumbs={[
        ...yearCrumbs,
        { path: `${year}/mappings`, name: t.mappings },
        ...(within === null ? [] : [{ path: mappingPath(mapping.id), name: agencyName }, ...within]),
      ]}
    >
      <h1>{title}</h1>
      <RefusalNote refused={refused} />
      {children}
    </OfficePage>
  );
}

/** How a plan is called: by its place in the form and its name. */
export function usePlanName({ rows }: Pick<MappingFrame, 'rows'>): (id: string) => string {
  const rowName = useRowName();
  return (id) => {
    const row = rows.find((one) => one.id === id);
    return row === undefined ? id : `${row.position}. ${row.marker ?? ''}${rowName(row)}`;
  };
}

/** 1/3, or so many TWD. */
export function useHolding(): (part: Pick<Part, 'amount' | 'share'>) => string {
  const t = useMappingWords();
  return ({ amount, share }) => (share === null ? t.inTwd(grouped(amount ?? 0)) : shareText(share));
}

export function isNothing(money: YearMoney): boolean {
  return moneyComponents.every((component) => money[component] === 0);
}
