import type { SourceFile } from '@guankao/documents';
import type { MoneyView } from '@guankao/web';
import { accountLevels, moneyComponents, type MoneyMapping } from '@guankao/workflow';
import type { MoneyPreview } from './money-import.ts';
import { fieldOf, type FormFields } from './texts-of-form.ts';

/** A file of money as its page shows it, to be sent along with what is decided. */
export function columnsOf(
  { mapping, headings, sample }: MoneyPreview,
  { name, bytes }: SourceFile,
): NonNullable<MoneyView['columns']> {
  return { mapping, headings, sample, fileName: name, base64: Buffer.from(bytes).toString('base64') };
}

/** The file that the page was sent with. */
export function sentFile(fields: FormFields): SourceFile {
  return { name: fieldOf(fields, 'fileName'), bytes: Buffer.from(fieldOf(fields, 'base64'), 'base64') };
}

/** Which column is what, as a page's form says it; null where it says nothing of whose the money is. */
export function mappingIn(fields: FormFields): MoneyMapping | null {
  const name = fieldOf(fields, 'nameColumn');
  const chosen = <Name extends string>(names: readonly Name[], prefix: string) =>
    Object.fromEntries(
      names.flatMap((one) => {
        const heading = fieldOf(fields, `${prefix}-${one}`);
        return heading === '' ? [] : [[one, heading]];
      }),
    ) as Partial<Record<Name, string>>;
  const account = chosen(accountLevels, 'level');
  const isByAccount = name === '' && Object.keys(account).length > 0;
  if (name === '' && !isByAccount) return null;
  return {
    name,
    ...(isByAccount ? { account } : {}),
    agency: fieldOf(fields, 'agencyColumn') || null,
    components: chosen(moneyComponents, 'column'),
    factor: fieldOf(fields, 'factor') === '1000' ? 1000 : 1,
  };
}
