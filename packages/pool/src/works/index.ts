import { kindOfAttachment } from './attachment-kind.ts';
import { check, checkAnew, checkPasted } from './check.ts';
import { packCollection, readCollection } from './collection.ts';
import { compare } from './compare.ts';
import { exportAs } from './export-form.ts';
import { follow } from './follow-promises.ts';
import { reconcileMoney } from './money.ts';
import { readCalendarFile } from './office-calendar.ts';
import { readTableLines } from './people-list.ts';
import { pagePicture } from './page-picture.ts';
import { publicForm } from './public-form.ts';
import { readForm } from './read-form.ts';
import { readFile } from './read-file.ts';
import { setSheet } from './set-sheet.ts';
import { pageToSettle } from './settle-page.ts';
import { sharePicture } from './share-picture.ts';
import { readWorkPlans } from './work-plans.ts';

/** Everything that is done with what comes from outside, by name: from input to answer. Only children load this. */
export const works = {
  'attachment-kind': kindOfAttachment,
  check,
  'check-anew': checkAnew,
  'check-pasted': checkPasted,
  'read-form': readForm,
  'public-form': publicForm,
  'read-file': readFile,
  'settle-page': pageToSettle,
  'page-picture': pagePicture,
  'office-calendar': readCalendarFile,
  'people-list': readTableLines,
  'share-picture': sharePicture,
  'reconcile-money': reconcileMoney,
  'read-work-plans': readWorkPlans,
  compare,
  'follow-promises': follow,
  'export-form': exportAs,
  'set-sheet': setSheet,
  'pack-collection': packCollection,
  'read-collection': readCollection,
};

export type Works = typeof works;
