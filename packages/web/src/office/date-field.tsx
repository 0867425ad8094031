import { CalendarDate, parseDate } from '@internationalized/date';
import type { ReactNode } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
  Text,
} from 'react-aria-components';
import { createRoot } from 'react-dom/client';

/**
 * The script of pages on which a date is asked for: each plain field becomes one with a calendar of ROC years,
 * by keyboard, screen reader and finger alike. Without it the plain field takes 113年8月9日 or 113/8/9.
 */

const english = document.documentElement.lang === 'en';
/** Readers of English pages are shown Gregorian years, there as everywhere. */
const locale = english ? 'en-GB' : 'zh-Hant-TW-u-ca-roc';
const says = english
  ? { open: 'Calendar', earlier: 'Earlier month', later: 'Later month' }
  : { open: '月曆', earlier: '上個月', later: '下個月' };

for (const field of document.querySelectorAll<HTMLElement>('[data-date-field]')) enhance(field);

function enhance(field: HTMLElement): void {
  const input = field.querySelector('input');
  const label = field.querySelector('label')?.textContent ?? '';
  const hint = field.querySelector('.hint')?.textContent ?? '';
  if (input === null) return;
  const place = document.createElement('div');
  place.className = 'field';
  createRoot(place).render(
    <DateField name={input.name} label={label} hint={hint} value={isoDate(input.value)} isRequired={input.required} />,
  );
  field.replaceWith(place);
}

function isoDate(text: string): CalendarDate | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : null;
}

interface DateFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: CalendarDate | null;
  readonly isRequired: boolean;
}

/** ROC 1 to 288: a year that was typed with a digit too many is said to be wrong at once. */
const [earliest, latest] = [new CalendarDate(1912, 1, 1), new CalendarDate(2199, 12, 31)];

/** Sends the date in Gregorian years, as YYYY-MM-DD. */
function DateField({ name, label, hint, value, isRequired }: DateFieldProps): ReactNode {
  return (
    <I18nProvider locale={locale}>
      <DatePicker
        name={name}
        defaultValue={value}
        isRequired={isRequired}
        minValue={earliest}
        maxValue={latest}
        className="date-field"
      >
        <Label>{label}</Label>
        <Group className="date-typed">
          <DateInput className="date-segments">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          <Button className="plain-button" aria-label={says.open}>
            ▦
          </Button>
        </Group>
        <Text slot="description" className="hint">
          {hint}
        </Text>
        <FieldError className="date-error" />
        <Popover className="date-calendar">
          <Dialog>
            <Calendar>
              <header>
                <Button slot="previous" className="plain-button" aria-label={says.earlier}>
                  ‹
                </Button>
                <Heading level={3} />
                <Button slot="next" className="plain-button" aria-label={says.later}>
                  ›
                </Button>
              </header>
              <CalendarGrid>
                <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
                <CalendarGridBody>{(date) => <CalendarCell date={date} />}</CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}
