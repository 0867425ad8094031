import { Fragment, type ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { Page, render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader, useWords, type Reader } from '../reader.tsx';
import type { Locale } from '../words/words.ts';

type InBoth = Readonly<Record<Locale, string>>;

/** What can be taken away: tables with their dictionary, the licence, and what the tables were held against. */
export interface DataView {
  readonly filings: number;
  readonly tables: readonly {
    readonly id: string;
    readonly title: InBoth;
    readonly about: InBoth;
    readonly columns: readonly {
      readonly key: string;
      readonly head: InBoth;
      readonly about: InBoth;
      readonly type: string;
    }[];
  }[];
  readonly licence: { readonly name: string; readonly title: InBoth; readonly path: string };
  /** null: not made yet since the program started. */
  readonly test: {
    readonly checkedAt: string;
    readonly rows: Readonly<Record<string, number>>;
    readonly checks: readonly {
      readonly id: string;
      readonly what: InBoth;
      readonly looked: number;
      readonly failed: number;
    }[];
  } | null;
}

export function dataPage(reader: Reader, view: DataView): string {
  return render(reader, <Data view={view} />);
}

/** Described as a schema.org Dataset in its own marks: no script stands in the page. */
function Data({ view }: { view: DataView }): ReactNode {
  const t = useWords();
  const { locale, origin } = useReader();
  const address = useAddress();
  const { licence } = view;
  return (
    <Page title={t.data} description={t.dataLead} section="/data">
      <div className="data" itemScope itemType="https://schema.org/Dataset">
        <link itemProp="url" href={`${origin}${address(addresses.data())}`} />
        <meta itemProp="inLanguage" content={locale} />
        <h1 itemProp="name">{t.data}</h1>
        <p className="lead" itemProp="description">
          {t.dataLead}
        </p>
        <ul>
          <li>{t.dataFilings(view.filings)}</li>
          <li>
            {t.dataLicence}
            <a href={licence.path} itemProp="license">
              {licence.title[locale]}（{licence.name}）
            </a>
          </li>
          <li>
            {t.dataDescribed}
            <a href={address(addresses.dataPackage())}>datapackage.json</a>
          </li>
        </ul>
        <p>{t.dataCare}</p>
        {view.tables.map((table) => (
          <TableOfData key={table.id} table={table} rows={view.test?.rows[table.id]} />
        ))}
      </div>
      <SelfTest test={view.test} />
      <section aria-labelledby="cite">
        <h2 id="cite">{t.dataCite}</h2>
        <p>{t.dataCiteHow(`${origin}${address(addresses.data())}`)}</p>
      </section>
    </Page>
  );
}

function TableOfData({ table, rows }: { table: DataView['tables'][number]; rows: number | undefined }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const title = table.title[locale];
  return (
    <section aria-labelledby={table.id}>
      <h2 id={table.id}>{title}</h2>
      <p>
        {table.about[locale]}
        {rows !== undefined && ` ${t.dataRows(rows)}`}
      </p>
      <p className="downloads">
        <span itemProp="distribution" itemScope itemType="https://schema.org/DataDownload">
          <meta itemProp="encodingFormat" content="text/csv" />
          <a href={address(addresses.dataCsv(table.id))} itemProp="contentUrl">
            {t.dataCsv(title)}
          </a>
        </span>
        <span itemProp="distribution" itemScope itemType="https://schema.org/DataDownload">
          <meta itemProp="encodingFormat" content="application/json" />
          <a href={addresses.dataJson(table.id)} itemProp="contentUrl">
            {t.dataJson(title)}
          </a>
        </span>
      </p>
      <details>
        <summary>{t.dataColumns(title, table.columns.length)}</summary>
        <dl className="dictionary">
          {table.columns.map((column) => (
            <Fragment key={column.key}>
              <dt>
                {column.head[locale]} <code>{column.key}</code> <small>{t.dataTypes[column.type] ?? column.type}</small>
              </dt>
              <dd>{column.about[locale]}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
    </section>
  );
}

function SelfTest({ test }: { test: DataView['test'] }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  return (
    <section aria-labelledby="self-test">
      <h2 id="self-test">{t.dataTest}</h2>
      <p>
        {t.dataTestWhat} <a href={addresses.dataTest()}>{t.dataTestReport}</a>
      </p>
      {test !== null && (
        <ul>
          {test.checks.map(({ id, what, looked, failed }) => (
            <li key={id}>
              {what[locale]}
              {t.colon}
              {t.dataTestCount(grouped(looked), grouped(failed))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
