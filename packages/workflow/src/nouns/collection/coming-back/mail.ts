import { dayInTaipei, inRoc } from '../../../days.ts';
import type { FileReading } from '../collection.ts';

/** A mail by which files came, as it says of itself. */
export interface Letter {
  readonly from: string;
  readonly subject: string;
  /** ISO; null: it names no day. */
  readonly sent: string | null;
  readonly text: string;
  /** false: not all of it is in `text`. */
  readonly isWhole: boolean;
  /** Pictures that its text shows. */
  readonly pictures: number;
}

/** What is written in the mail belongs to no row: it is listed, for a person to read. */
export function asMail(reading: FileReading, mail: Letter): FileReading {
  return {
    ...reading,
    notices: [...reading.notices, ...noticesOf(mail), ...(mail.isWhole ? [] : [{ place: '', ...notWhole }])],
    unread:
      mail.text === '' ? [] : [{ place: '信文', row: null, heading: null, text: mail.text, why: 'letter' as const }],
  };
}

/** A mail in which the table itself was pasted: `reading` is of that. What stands around it is listed as a letter's. */
export function asMailWithTable(reading: FileReading, mail: Letter): FileReading {
  return {
    ...reading,
    notices: [...reading.notices, { place: '', ...pasted }, ...noticesOf(mail)],
    unread: reading.unread.map((cell) => (cell.why === 'outside' ? { ...cell, why: 'letter' } : cell)),
  };
}

function noticesOf(mail: Letter): FileReading['notices'] {
  const pictures = {
    place: '',
    'zh-Hant': `信文中有 ${mail.pictures} 張圖片，未讀；需要時請開啟郵件查看。`,
    en: `the mail shows ${mail.pictures} pictures, which are not read; open it to see them.`,
  };
  return [{ place: '', ...headOf(mail) }, ...(mail.pictures > 0 ? [pictures] : [])];
}

const pasted = {
  'zh-Hant': '表格貼在信文裡，以下取自信文。',
  en: 'the table stands in the mail itself: what follows is read from there.',
};

const notWhole = {
  'zh-Hant': '信文太長或無法讀出，沒有全部列在這裡；請開啟郵件查看。',
  en: 'what is written in the mail is too long or could not be made out, and is not all listed here; open it to read it.',
};

/** The file that was attached says by which mail it came. */
export function attachedTo(
  reading: FileReading,
  { name, mail }: { readonly name: string; readonly mail: Letter },
): FileReading {
  const head = headOf(mail);
  const notice = {
    place: '',
    'zh-Hant': `「${name}」的附件。${head['zh-Hant']}`,
    en: `attached to “${name}”. ${head.en}`,
  };
  return { ...reading, notices: [...reading.notices, notice] };
}

function headOf({ from, subject, sent }: Letter) {
  const day = sent === null ? null : dayInTaipei(new Date(sent));
  return {
    'zh-Hant': `寄件人（信頭所載）：${from === '' ? '未註明' : from}；主旨：${subject === '' ? '無' : subject}；寄出：${day === null ? '未註明' : inRoc(day)}`,
    en: `From (as its head says): ${from === '' ? 'not named' : from}; subject: ${subject === '' ? 'none' : subject}; sent: ${day ?? 'not named'}`,
  };
}
