import { Refusal, type Message } from '@guankao/domain';

/** What the work is about, as it stands in a message: a file by its name, or what was typed. */
function subjectOf(name: string | null): Message {
  return name === null
    ? { 'zh-Hant': '送來的內容', en: 'what was sent' }
    : { 'zh-Hant': `「${name}」`, en: `"${name}"` };
}

/** Too many wait, or it waited too long. `seconds` until it is worth coming back. */
export function busy(seconds: number): Refusal {
  return new Refusal(
    'busy',
    503,
    {
      'zh-Hant': `現在同時處理的文件太多，這一份還沒有處理，也沒有留下任何東西。請 ${seconds} 秒後再送一次。`,
      en: `too much is being worked on at the moment; this was not begun and nothing of it was kept. Send it again in ${seconds} seconds.`,
    },
    seconds,
  );
}

export function tookTooLong(name: string | null, seconds: number): Refusal {
  const subject = subjectOf(name);
  return new Refusal('took-too-long', 422, {
    'zh-Hant': `處理${subject['zh-Hant']}所需的時間超過上限（${seconds} 秒），已停止；其他資料不受影響。請縮短或拆成幾份再試；檔案請先確認能用一般軟體開啟。`,
    en: `working on ${subject.en} takes longer than is allowed (${seconds} seconds) and was stopped; nothing else is affected. Shorten it or split it; of a file, make sure that the usual programs open it.`,
  });
}

export function tooMuchMemory(name: string | null): Refusal {
  const subject = subjectOf(name);
  return new Refusal('too-much-memory', 422, {
    'zh-Hant': `處理${subject['zh-Hant']}需要的記憶體超過上限，已停止；其他資料不受影響。請拆成幾份，或以原程式開啟後另存新檔再試。`,
    en: `working on ${subject.en} takes more memory than is allowed and was stopped; nothing else is affected. Split it, or open it in the program that made it and save it anew.`,
  });
}

export function answerTooLarge(name: string | null): Refusal {
  const subject = subjectOf(name);
  return new Refusal('answer-too-large', 422, {
    'zh-Hant': `${subject['zh-Hant']}讀出的內容太多，超過一次能處理的上限；其他資料不受影響。請拆成幾份再試。`,
    en: `too much comes out of ${subject.en}: more than is taken at once; nothing else is affected. Split it and try again.`,
  });
}

export function workDied(name: string | null): Refusal {
  const subject = subjectOf(name);
  return new Refusal(
    'work-died',
    503,
    {
      'zh-Hant': `處理${subject['zh-Hant']}的程序中途結束了，這一份沒有處理完；其他資料不受影響。請再送一次；若仍如此，請告訴系統管理者。`,
      en: `the process that worked on ${subject.en} ended in the middle; this was not finished, nothing else is affected. Send it again; if it happens again, tell whoever runs the site.`,
    },
    2,
  );
}

export function cancelled(name: string | null): Refusal {
  const subject = subjectOf(name);
  return new Refusal('work-cancelled', 409, {
    'zh-Hant': `已停止處理${subject['zh-Hant']}，沒有留下任何東西。`,
    en: `work on ${subject.en} was stopped as asked; nothing of it was kept.`,
  });
}
