import type { ReactNode } from 'react';
import { accountLevels, componentNames, isByAccount, moneyComponents, type MoneyMapping } from '@guankao/workflow';
import { useReader } from '../reader.tsx';
import type { SentColumns } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** The file goes along with what is decided of it: nothing is kept unasked. */
export function SentFile({ columns: { fileName, base64 } }: { columns: SentColumns }): ReactNode {
  return (
    <>
      <input type="hidden" name="fileName" value={fileName} />
      <input type="hidden" name="base64" value={base64} />
    </>
  );
}

/** What was shown is what is recorded: the columns go along. */
export function ChosenColumns({ mapping }: { mapping: MoneyMapping }): ReactNode {
  const { name, account, agency, components, factor } = mapping;
  return (
    <>
      {name !== '' && <input type="hidden" name="nameColumn" value={name} />}
      {accountLevels.map((level) => (
        <input key={level} type="hidden" name={`level-${level}`} value={account?.[level] ?? ''} />
      ))}
      <input type="hidden" name="agencyColumn" value={agency ?? ''} />
      <input type="hidden" name="factor" value={factor} />
      {moneyComponents.map((component) => (
        <input key={component} type="hidden" name={`column-${component}`} value={components[component] ?? ''} />
      ))}
    </>
  );
}

/** Which column is what, where the headings are not ours; the file's first lines beside it. */
export function ColumnsForm({
  action,
  columns,
  isOpen,
  byAccount = false,
  children,
}: {
  action: string;
  columns: SentColumns;
  isOpen: boolean;
  /** Of a file by budget account its levels are asked for, of one by plan the plan. */
  byAccount?: boolean;
  /** What else goes along. */
  children?: ReactNode;
}): ReactNode {
  const [t, mapped] = [useOfficeWords(), useMappingWords()];
  const { locale } = useReader();
  const { mapping, headings } = columns;
  return (
    <details open={isOpen}>
      <summary>{t.chooseColumns}</summary>
      <FirstLines columns={columns} />
      <form className="office-form" method="post" action={action}>
        <p className="hint">{byAccount ? mapped.chooseColumnsLead : t.chooseColumnsLead}</p>
        <SentFile columns={columns} />
        {children}
        {byAccount ? (
          accountLevels.map((level) => (
            <ColumnChoice
              key={level}
              name={`level-${level}`}
              label={mapped.levels[level]}
              headings={headings}
              chosen={mapping.account?.[level] ?? ''}
            />
          ))
        ) : (
          <ColumnChoice name="nameColumn" label={t.planColumn} headings={headings} chosen={mapping.name} owed />
        )}
        <ColumnChoice name="agencyColumn" label={t.agencyColumn} headings={headings} chosen={mapping.agency ?? ''} />
        {moneyComponents.map((component) => (
          <ColumnChoice
            key={component}
            name={`column-${component}`}
            label={componentNames[component][locale]}
            headings={headings}
            chosen={mapping.components[component] ?? ''}
          />
        ))}
        <p className="field">
          <label htmlFor="factor">{t.unitOfFile}</label>
          <select id="factor" name="factor" defaultValue={mapping.factor}>
            <option value={1}>{t.inTwd}</option>
            <option value={1000}>{t.inThousandTwd}</option>
          </select>
        </p>
        <p>
          <button type="submit">{byAccount ? mapped.readAnew : t.readAnew}</button>
        </p>
      </form>
    </details>
  );
}

function FirstLines({ columns: { headings, sample } }: { columns: SentColumns }): ReactNode {
  const t = useOfficeWords();
  return (
    <div className="table-frame">
      <table className="office-table">
        <caption>{t.fileBegins}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((line, at) => (
            <tr key={at}>
              {headings.map((heading, column) => (
                <td key={heading} data-label={heading}>
                  {line[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnChoice({
  name,
  label,
  headings,
  chosen,
  owed = false,
}: {
  name: string;
  label: string;
  headings: readonly string[];
  chosen: string;
  owed?: boolean;
}): ReactNode {
  const t = useOfficeWords();
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen}>
        {!owed && <option value="">{t.noColumn}</option>}
        {headings
          .filter((heading) => heading !== '')
          .map((heading) => (
            <option key={heading} value={heading}>
              {heading}
            </option>
          ))}
      </select>
    </p>
  );
}

/** Nothing is called recorded or agreeing of which one cannot see what was read. */
export function ColumnsTaken({ columns: { mapping, headings } }: { columns: SentColumns }): ReactNode {
  const punctuation = usePunctuation();
  const [t, mapped] = [useOfficeWords(), useMappingWords()];
  const { locale } = useReader();
  const levels = accountLevels.flatMap((level) => {
    const heading = mapping.account?.[level];
    return heading === undefined ? [] : [[mapped.levels[level], heading] as const];
  });
  const taken: (readonly [string, string])[] = [
    ...(isByAccount(mapping) ? levels : [[t.planColumn, mapping.name] as const]),
    ...(mapping.agency ? [[t.agencyColumn, mapping.agency] as const] : []),
    ...moneyComponents.flatMap((component) => {
      const heading = mapping.components[component];
      return heading === undefined ? [] : [[componentNames[component][locale], heading] as const];
    }),
  ];
  const unused = headings.filter((heading) => !taken.some(([, used]) => used === heading));
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{t.columnsTaken}</h2>
      <ul>
        {taken.map(([name, heading]) => (
          <li key={name}>
            {name}
            {punctuation.colon}
            {heading}
          </li>
        ))}
        {unused.length > 0 && (
          <li>
            {t.notTaken}
            {punctuation.colon}
            {unused.join(punctuation.list)}
          </li>
        )}
      </ul>
    </section>
  );
}
