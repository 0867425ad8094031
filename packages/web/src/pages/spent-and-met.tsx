import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { mostCircles, SpentAndMet, type RatedLine } from '../charts/spent-and-met.tsx';
import { spentAndMetWords } from '../charts/spent-and-met-words.ts';
import { Frame } from '../charts/frame.tsx';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { useUnitName } from '../components/money.tsx';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useFileAddress, useOwnWords, usePlanTitle, useReader, useWords, type Reader } from '../reader.tsx';
import type { FilingName } from '../views.ts';

/** A row as the table `spent-and-met` gives it away. Rates in percent, two decimals; amounts in the filing's unit. */
export interface SpentAndMetLine {
  readonly id: string;
  readonly name: string;
  readonly budgeted: number | null;
  readonly executed: number | null;
  readonly spent: number | null;
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  readonly metRate: number | null;
}

interface SpentAndMetView {
  readonly filing: FilingName;
  readonly lines: readonly SpentAndMetLine[];
}

export function spentAndMetPage(reader: Reader, view: SpentAndMetView): string {
  return render(reader, <SpentAndMetOfFiling view={view} />);
}

const isRated = (line: SpentAndMetLine): line is SpentAndMetLine & RatedLine =>
  line.spent !== null && line.metRate !== null;

function SpentAndMetOfFiling({ view: { filing, lines } }: { view: SpentAndMetView }): ReactNode {
  const t = useOwnWords(spentAndMetWords);
  const words = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const file = useFileAddress();
  const name = filingTitle(filing, locale, words.noAgency);
  const rated = lines.filter(isRated);
  const count = (fits: (line: SpentAndMetLine) => boolean): number => lines.filter(fits).length;
  const missing = t.missing(
    rated.length,
    lines.length,
    count(({ spent }) => spent === null),
    count(({ metRate }) => metRate === null),
    lines.reduce((sum, { open }) => sum + open, 0),
  );
  return (
    <Page
      title={`${t.title}${words.colon}${name}`}
      section="/filings"
      fictional={filing.fictional}
      crumbs={[
        { path: '/filings', name: words.filings },
        { path: addresses.filing(filing.id), name },
      ]}
    >
      <Frame
        title={t.title}
        lead={t.lead}
        picture={
          rated.length === 0 ? <p className="empty">{t.nothing}</p> : <SpentAndMet lines={rated} summary={missing} />
        }
        missing={rated.length > mostCircles ? [missing, t.binned(mostCircles)] : [missing]}
        formula={t.formula}
        scope={t.scope}
        csv={address(addresses.dataCsv('spent-and-met', filing.id))}
        json={file(addresses.dataJson('spent-and-met', filing.id))}
        table={<RatesTable filing={filing} lines={lines} />}
      />
    </Page>
  );
}

/** A table of more is more than a page should hold; the files have all. */
const mostRows = 500;

function RatesTable({ filing, lines }: SpentAndMetView): ReactNode {
  const t = useOwnWords(spentAndMetWords);
  const words = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const planTitle = usePlanTitle();
  const unit = useUnitName()(filing.moneyUnit);
  const heads = [
    `${words.budgetedToDate}${locale === 'en' ? ` (${unit})` : `（${unit}）`}`,
    t.across,
    words.met,
    words.missed,
    words.unanswered,
    t.upwards,
  ];
  const shown = [...lines].sort((a, b) => (b.budgeted ?? 0) - (a.budgeted ?? 0)).slice(0, mostRows);
  return (
    <section aria-labelledby="table">
      <h2 id="table">{words.planRows}</h2>
      {lines.length > mostRows && <p>{t.tableRest(mostRows, lines.length)}</p>}
      <table className="rates">
        <thead>
          <tr>
            <th scope="col">{words.plan}</th>
            {heads.map((head) => (
              <th scope="col" className="number" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.id}>
              <th scope="row" data-label={words.plan}>
                <a lang="zh-Hant" href={address(addresses.plan(line.id))}>
                  {planTitle(line)}
                </a>
              </th>
              {[line.budgeted, line.spent, line.met, line.missed, line.open, line.metRate].map((value, at) => (
                <td className="number" data-label={heads[at]} key={heads[at]}>
                  {value === null ? '—' : grouped(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
