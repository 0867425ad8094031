import type { ReactNode } from 'react';
import { useReader } from '../reader.tsx';
import { useOfficeWords } from './words.ts';

/** 112年1月至115年12月, in four small fields: no script is needed, and no date can be typed that does not exist. */
export function PeriodFields({
  legend,
  value,
  readOnly,
  children,
}: {
  legend: string;
  value: string;
  readOnly: boolean;
  children?: ReactNode;
}): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  const parts = /^(\d{1,3})年(\d{1,2})月至(\d{1,3})年(\d{1,2})月$/.exec(value.replace(/\s/g, ''));
  const ends = [
    ['from', t.periodFrom, parts?.[1], parts?.[2]],
    ['to', t.periodTo, parts?.[3], parts?.[4]],
  ] as const;
  return (
    <fieldset className="field period">
      <legend>{legend}</legend>
      {ends.map(([end, name, year, month]) => (
        <span key={end}>
          {name}{' '}
          <input
            name={`period-${end}-year`}
            aria-label={`${name} ${t.yearUnit}`}
            inputMode="numeric"
            pattern="\d{1,3}"
            size={3}
            defaultValue={year ?? ''}
            readOnly={readOnly}
          />{' '}
          {locale === 'en' ? 'ROC' : '年'}{' '}
          <select
            name={`period-${end}-month`}
            aria-label={`${name} ${t.monthUnit}`}
            defaultValue={month ?? ''}
            disabled={readOnly}
          >
            <option value="">—</option>
            {Array.from({ length: 12 }, (_, at) => (
              <option key={at} value={at + 1}>
                {at + 1}
              </option>
            ))}
          </select>{' '}
          {t.monthUnit}{' '}
        </span>
      ))}
      <input type="hidden" name="period-printed" value={value} />
      {children}
    </fieldset>
  );
}
