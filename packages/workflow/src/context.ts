import { Refusal } from '@guankao/domain';
import type { Actor, AgencyTree } from './actors.ts';
import type { Workdays } from './workdays.ts';

/** What every command is given: who asks, where agencies stand, and the clock. */
export interface Context {
  readonly actor: Actor;
  readonly tree: AgencyTree;
  readonly now: Date;
  /** By the official calendars that are held; without them weekends alone are off. */
  readonly workdays?: Workdays | undefined;
}

/** Throws a Refusal where somebody else has changed the thing since it was shown. The caller shows the difference. */
export function demandVersion(current: number, shown: number): void {
  if (current === shown) return;
  throw new Refusal('stale-version', 409, {
    'zh-Hant': `您看到的是第 ${shown} 版，現在已是第 ${current} 版：別人在這段時間改過。您的內容沒有遺失，請對照差異後再存。`,
    en: `You were shown version ${shown}; it is now version ${current}: somebody changed it meanwhile. Nothing of yours is lost: compare, then save again.`,
  });
}
