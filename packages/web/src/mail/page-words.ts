import type { NoticeRule } from '@guankao/workflow';

/** Of the pages on notices and mail. */
export const mailWords = {
  office: { 'zh-Hant': '工作檯', en: 'Workbench' },
  ownAccount: { 'zh-Hant': '我的帳號', en: 'My account' },
  accounts: { 'zh-Hant': '帳號', en: 'Accounts' },
  notices: { 'zh-Hant': '通知', en: 'Notices' },
  allNotices: { 'zh-Hant': '全部通知', en: 'All notices' },
  noticesLead: {
    'zh-Hant': '現在需要您知道或辦理的事，最急的在前。辦好就不再列出。',
    en: 'What you should know of or deal with now, the most urgent first. What is done is listed no more.',
  },
  noNotices: { 'zh-Hant': '目前沒有通知。', en: 'No notices now.' },
  days: {
    'zh-Hant': (rule: NoticeRule) =>
      `到期前 ${rule.remindBefore.join('、')} 日、逾期滿 ${rule.remindWhenLate.join('、')} 日提醒；逾期滿 ${rule.toSupervisorAfter} 日通知單位主管，滿 ${rule.toCompilerAfter} 日通知彙整。${rule.settled ? '' : '已讀的來源沒有定明這些日數，是本程式的假設。'}`,
    en: (rule: NoticeRule) =>
      `Reminders come ${rule.remindBefore.join(' and ')} days before and when ${rule.remindWhenLate.join(', ')} days late; after ${rule.toSupervisorAfter} days late the supervisor is told, after ${rule.toCompilerAfter} the compiler.${rule.settled ? '' : ' No source read settles these days: they are the assumption of this program.'}`,
  },
  ownMail: { 'zh-Hant': '通知信', en: 'Mail' },
  ownMailLead: {
    'zh-Hant': '工作通知每個上班日早上彙整成一封，只寄新的；沒有新的就不寄。信裡只有事項、列與期限，內容要登入看。',
    en: 'On working days your new notices come in one mail in the morning; where nothing is new, none comes. It tells what, of which row and until when; the contents are here.',
  },
  off: {
    'zh-Hant': '本系統目前沒有設定郵件，不寄任何信；通知請看工作檯。',
    en: 'Mail is not set up here and nothing is sent; your notices are in the workbench.',
  },
  saved: { 'zh-Hant': '已儲存。', en: 'Saved.' },
  address: { 'zh-Hant': '信箱', en: 'Address' },
  state: { 'zh-Hant': '狀態', en: 'State' },
  isRefused: {
    'zh-Hant': '郵件伺服器拒收這個信箱，已停寄；請改用別的信箱，或洽系統管理者。它說：',
    en: 'The mail server refused this address, and nothing more is sent: give another, or ask an administrator. It said:',
  },
  isStopped: { 'zh-Hant': '已停止寄送', en: 'Stopped' },
  isSent: { 'zh-Hant': '寄送中', en: 'Mails are sent' },
  isToConfirm: {
    'zh-Hant': '等待確認：請到信箱開啟確認信裡的連結（7 天內）',
    en: 'To be confirmed: open the link in the mail that was sent there (within 7 days)',
  },
  setAddress: { 'zh-Hant': '設定信箱', en: 'Set an address' },
  changeAddress: { 'zh-Hant': '更改信箱或語言', en: 'Change address or language' },
  language: { 'zh-Hant': '信件語言', en: 'Language of the mails' },
  confirmHint: {
    'zh-Hant': '新信箱會先收到一封確認信；按了信裡的連結才開始寄通知。',
    en: 'A new address is asked first: notices are sent once the link in that mail was followed.',
  },
  save: { 'zh-Hant': '儲存', en: 'Save' },
  stop: { 'zh-Hant': '停止寄送', en: 'Stop mails' },
  start: { 'zh-Hant': '恢復寄送', en: 'Start mails again' },
  drop: { 'zh-Hant': '刪除信箱', en: 'Delete the address' },
  next: { 'zh-Hant': '下一封信會有', en: 'The next mail would tell' },
  nothingNext: { 'zh-Hant': '目前沒有新的通知，不會寄信。', en: 'Nothing is new: no mail would come.' },
  mailOfAll: { 'zh-Hant': '通知信寄送情形', en: 'Mails sent' },
  mailOfAllLead: {
    'zh-Hant': '您所管帳號的信箱，與每封信的結果。信的內容不留存。',
    en: 'Addresses of the accounts that you administer, and what became of each mail. What they said is not kept.',
  },
  server: { 'zh-Hant': '郵件伺服器', en: 'Mail server' },
  from: { 'zh-Hant': '寄件人', en: 'From' },
  works: { 'zh-Hant': '最近一次沒有問題', en: 'Nothing was wrong when it was last asked' },
  offForAdministrators: {
    'zh-Hant': '沒有設定郵件（預設關閉），不寄任何信。請系統維運人員依維運說明「Mail」設定 GUANKAO_SMTP。',
    en: 'Mail is not set up (off by default) and nothing is sent. Ask the operator to set GUANKAO_SMTP: see Mail in the operations guide.',
  },
  trouble: {
    'zh-Hant': '目前寄不出去，會再試。伺服器說：',
    en: 'Mails do not go out now, and are tried again. It said:',
  },
  whyNone: {
    'zh-Hant': {
      'sign-in': '郵件伺服器要求登入，或不接受設定的使用者與密碼（GUANKAO_SMTP）。',
      certificate: '郵件伺服器的憑證不受信任，或不是這個主機名稱的；密碼與信件都沒有送出去。',
      encryption: '郵件伺服器沒有依設定加密連線；密碼與信件都沒有送出去。',
    },
    en: {
      'sign-in': 'The mail server wants a user and a password, or does not accept those that are set (GUANKAO_SMTP).',
      certificate:
        'The mail server’s certificate is not trusted, or is that of another host; neither password nor mail was sent.',
      encryption: 'The mail server does not encrypt as it is set to; neither password nor mail was sent.',
    },
  },
  test: { 'zh-Hant': '寄測試信', en: 'Send a test mail' },
  tested: {
    'zh-Hant': {
      taken: '郵件伺服器已收下測試信。',
      'address-refused': '郵件伺服器拒收這個信箱。',
      'content-refused': '郵件伺服器拒收這封信的內容。',
      later: '這封信沒有交出去。',
      unknown: '信已送出，但伺服器沒有回覆，可能收到也可能沒有。',
    },
    en: {
      taken: 'The mail server took the test mail.',
      'address-refused': 'The mail server refused this address.',
      'content-refused': 'The mail server refused what the mail says.',
      later: 'The mail was not handed over.',
      unknown: 'The mail went over and the server did not answer: it may have it or not.',
    },
  },
  said: { 'zh-Hant': '它說：', en: 'It said:' },
  refusedAddresses: { 'zh-Hant': '被拒收的信箱', en: 'Addresses that were refused' },
  retryAll: { 'zh-Hant': '全部再試', en: 'Try all again' },
  retry: { 'zh-Hant': '再試', en: 'Try again' },
  noRefused: { 'zh-Hant': '沒有。', en: 'None.' },
  person: { 'zh-Hant': '收信人', en: 'Receiver' },
  when: { 'zh-Hant': '時間', en: 'When' },
  mails: { 'zh-Hant': '信件', en: 'Mails' },
  noMails: { 'zh-Hant': '沒有信件。', en: 'No mails.' },
  kind: { 'zh-Hant': '種類', en: 'Kind' },
  became: { 'zh-Hant': '結果', en: 'What became of it' },
  words: { 'zh-Hant': '原因', en: 'Why' },
  kinds: {
    'zh-Hant': { confirmation: '確認信', digest: '通知信' },
    en: { confirmation: 'Confirmation', digest: 'Notices' },
  },
  states: {
    'zh-Hant': {
      waiting: '待寄',
      marked: '寄送中',
      sent: '已送達伺服器',
      refused: '被拒收',
      unknown: '不明：可能已寄出，不再寄',
      dropped: '不需寄',
    },
    en: {
      waiting: 'waiting',
      marked: 'being sent',
      sent: 'taken by the server',
      refused: 'refused',
      unknown: 'unknown: may have been sent, and is not sent again',
      dropped: 'no need any more',
    },
  },
  tries: { 'zh-Hant': '次', en: 'tries' },
  earlier: { 'zh-Hant': '更早的', en: 'Earlier' },
} as const;
