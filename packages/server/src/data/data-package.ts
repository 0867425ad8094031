import type { Locale } from '@guankao/web';
import { yesAndNo, type ColumnHead, type Table } from './table.ts';
import { tables } from './tables.ts';

/** Licence of the tables. The words of filings are the agencies’ own, published by law. */
export const licence = {
  name: 'OGDL-Taiwan-1.0',
  title: { 'zh-Hant': '政府資料開放授權條款－第1版', en: 'Open Government Data License, version 1.0' },
  path: 'https://data.gov.tw/license',
} as const;

const title = {
  'zh-Hant': '管考：重要計畫的經費、目標、結果與核算',
  en: 'Guankao: money, targets, results and findings of important plans',
} as const;

/**
 * The Data Package (version 2) that describes the CSV files of one language: paths beside it, a Table Schema for each, whose
 * fields are called as the heads of the CSV are.
 */
export function dataPackage(locale: Locale, homepage: string): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'guankao',
    title: title[locale],
    homepage,
    licenses: [{ name: licence.name, title: licence.title[locale], path: licence.path }],
    resources: tables.map((table) => resource(table, locale)),
  };
}

function resource(table: Table, locale: Locale): object {
  const nameOf = (key: string): string => table.columns.find((column) => column.key === key)?.head[locale] ?? key;
  return {
    name: table.id,
    type: 'table',
    path: `${table.id}.csv`,
    title: table.title[locale],
    description: table.about[locale],
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: table.columns.map((column) => field(column, column.key === table.key, locale)),
      primaryKey: [nameOf(table.key)],
      ...(table.references.length > 0 && {
        foreignKeys: table.references.map(({ column, table: other }) => ({
          fields: [nameOf(column)],
          reference: { resource: other, fields: [keyHead(other, locale)] },
        })),
      }),
      missingValues: [''],
    },
  };
}

function keyHead(id: string, locale: Locale): string {
  const table = tables.find((one) => one.id === id);
  const column = table?.columns.find(({ key }) => key === table.key);
  if (column === undefined) throw new RangeError(`no table ${id}`);
  return column.head[locale];
}

function field(column: ColumnHead, isKey: boolean, locale: Locale): object {
  const [yes, no] = yesAndNo[locale];
  return {
    name: column.head[locale],
    title: column.head[locale],
    description: column.about[locale],
    type: column.type,
    ...(column.type === 'boolean' && { trueValues: [yes], falseValues: [no] }),
    constraints: { required: column.required === true, ...(isKey && { unique: true }) },
  };
}
