import type { ReactNode } from 'react';
import { accountLabel, type PartedAccount } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, instant } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { CarryOver, Proposals } from './mapping-offers.tsx';
import { isNothing, MappingPage, mappingPath, useHolding, usePlanName } from './mapping-page.tsx';
import { RowsMoney } from './mapping-rows.tsx';
import { Amounts, TotalsTable } from './mapping-totals.tsx';
import { accountFilters, type MappingView } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { RefusedPage, type Refused } from './refused.tsx';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

interface OfView {
  readonly view: MappingView;
}

/** The accounts of one agency, the plans that take of them, and what no plan takes. */
export function mappingPage(reader: Reader, frame: OfficeFrame, view: MappingView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <Mapping frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function Mapping({ frame, view, refused }: OfView & { frame: OfficeFrame; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  const address = useAddress();
  const { mapping, note } = view;
  return (
    <MappingPage
      frame={frame}
      view={view}
      title={`${t.mappings}${punctuation.colon}${view.agencyName}`}
      refused={refused}
      within={null}
    >
      {note !== null && (
        <output className="note">{note.did === 'drawn' ? t.drawnNow(note.count) : t.assignedNow(note.count)}</output>
      )}
      <p className="office-links">
        <a href="#accounts">{t.accountsTitle}</a>
        <a href="#plans">{t.plansTitle}</a>
        <a href={address(`${mappingPath(mapping.id)}/history`)}>{t.history}</a>
      </p>
      <section aria-labelledby="totals">
        <h2 id="totals">{t.totalsTitle}</h2>
        <p className="hint">{t.totalsLead(calendarDate(view.day, locale))}</p>
        {mapping.files.at(-1)?.onlyBudget === true && <p className="refusal">{t.onlyBudget}</p>}
        <TotalsTable totals={view.totals} />
      </section>
      <CarryOver view={view} />
      <Proposals view={view} />
      <Accounts view={view} />
      <RowsMoney view={view} />
      <Files view={view} />
    </MappingPage>
  );
}

function Accounts({ view }: OfView): ReactNode {
  const t = useMappingWords();
  const address = useAddress();
  const { mapping, filter, page, pages, count, accounts } = view;
  const own = mappingPath(mapping.id);
  return (
    <section className="came-back" aria-labelledby="accounts">
      <h2 id="accounts">{t.accountsTitle}</h2>
      <form className="grid-choices" method="get" action={address(own)}>
        <p className="field">
          <label htmlFor="show">{t.which}</label>
          <select id="show" name="show" defaultValue={filter}>
            {accountFilters.map((one) => (
              <option key={one} value={one}>
                {t.filters[one]}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{t.show}</button>
        </p>
      </form>
      <p>{t.counted(count, page, pages)}</p>
      {accounts.length === 0 ? (
        <p>{t.noneOpen}</p>
      ) : (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.account}</th>
                <th scope="col">{t.asTwd(t.accountMoney)}</th>
                <th scope="col">{t.parts}</th>
                <th scope="col">{t.asTwd(t.unassigned)}</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((parted) => (
                <Account key={parted.account.id} parted={parted} view={view} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages > 1 && (
        <p className="office-links">
          {Array.from({ length: pages }, (_, at) => at + 1).map((one) =>
            one === page ? (
              <span key={one}>{t.pageOf(one)}</span>
            ) : (
              <a key={one} href={address(`${own}?show=${filter}&page=${one}#accounts`)}>
                {t.pageOf(one)}
              </a>
            ),
          )}
        </p>
      )}
    </section>
  );
}

function Account({
  parted: { account, parts, unassigned },
  view,
}: OfView & { readonly parted: PartedAccount }): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const address = useAddress();
  const [planName, holding] = [usePlanName(view), useHolding()];
  const page = address(`${mappingPath(view.mapping.id)}/accounts/${account.id}`);
  return (
    <tr>
      <th scope="row">
        <a href={page}>{accountLabel(account.name)}</a>
      </th>
      <td data-label={t.accountMoney}>
        <Amounts money={account.money} of={['budget', 'carriedIn', 'realised']} />
      </td>
      <td data-label={t.parts}>
        {parts.length === 0 ? (
          t.noParts
        ) : (
          <ul className="plain-list">
            {parts.map(({ part, money }) => (
              <li key={part.number}>
                {planName(part.row)}
                {punctuation.gap}
                {holding(part)}
                {part.share !== null && `${punctuation.open}${t.inTwd(grouped(money.budget))}${punctuation.close}`}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={t.unassigned}>
        {isNothing(unassigned) ? (
          t.wholly
        ) : (
          <Amounts money={unassigned} of={['budget', 'supplementary', 'carriedIn', 'realised']} />
        )}
      </td>
    </tr>
  );
}

function Files({ view: { mapping } }: OfView): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t.filesTitle}</h2>
      <ol>
        {mapping.files.map(({ name, sha256, accounts, asOf, at, by }) => (
          <li key={sha256}>
            {name}
            {punctuation.gap}
            {t.fileLine(accounts, calendarDate(asOf, locale), instant(at, locale), by)}
          </li>
        ))}
      </ol>
    </section>
  );
}
