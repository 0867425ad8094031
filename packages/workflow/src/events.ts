import type { FormEdition, YearRecord } from './records/year.ts';
import type { OpeningBalance, YearMoney } from './records/money.ts';
import type { PlanVersion } from './records/plan-version.ts';
import type { IndicatorRecord, Remark, RowRecord, RowTexts } from './records/row.ts';
import type { RowMove, RowState } from './states/row.ts';
import type { YearMove, YearState } from './states/year.ts';

/**
 * What happened to a year's form and its rows. `subject` is the year's or the row's id; who, in which role and when
 * stand on the record's event around it. Payloads hold what was before and after, so that the record reads by itself.
 */
export type WorkflowEvent =
  | { readonly kind: 'year-opened'; readonly subject: string; readonly payload: { readonly year: YearRecord } }
  | { readonly kind: 'row-opened'; readonly subject: string; readonly payload: { readonly row: RowRecord } }
  | {
      readonly kind: 'row-texts-saved';
      readonly subject: string;
      readonly payload: Changed<Partial<RowTexts>> & { readonly writer: string };
    }
  | {
      readonly kind: 'row-indicators-saved';
      readonly subject: string;
      readonly payload: Changed<readonly IndicatorRecord[]> & { readonly writer: string };
    }
  | {
      readonly kind: 'row-money-recorded';
      readonly subject: string;
      readonly payload: Changed<MoneyEntry> & { readonly document: string | null };
    }
  | {
      readonly kind: 'row-plan-versioned';
      readonly subject: string;
      readonly payload: { readonly before: PlanVersion | null; readonly after: PlanVersion };
    }
  | {
      readonly kind: 'row-moved';
      readonly subject: string;
      readonly payload: {
        readonly move: RowMove;
        readonly from: RowState;
        readonly to: RowState;
        readonly remarks: readonly Remark[];
      };
    }
  | {
      readonly kind: 'year-moved';
      readonly subject: string;
      readonly payload: {
        readonly move: YearMove;
        readonly from: YearState;
        readonly to: YearState;
        readonly edition: FormEdition | null;
      };
    };

interface Changed<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What 主計 records of a share's year; null where nothing stood before. */
export interface MoneyEntry {
  readonly approvedTotal: number | null;
  readonly ownTotal: number | null;
  readonly opening: OpeningBalance | null;
  readonly money: YearMoney | null;
}
