import { terms } from '@guankao/terms';
import { both } from '../words/words.ts';

export const deputyWords = {
  title: both('職務代理', 'Deputies'),
  lead: both(
    '請假、公差或出缺時，指定同一主管機關的同仁在一段期間以您的名義辦理所選角色的工作。代理人做的每一件事都署兩人姓名；代理人或本人寫的，兩人都不能核可。期滿自動終止，也可隨時終止。',
    'While you are away a colleague of your ministry does the work of the roles that you choose, in your name. Both names stand on all that is done; what either of the two wrote, neither approves. It ends by itself on its last day, or at once when you say so.',
  ),
  whose: both('本人', 'Principal'),
  deputy: both(terms.deputy['zh-Hant'], 'Deputy'),
  roles: both('代理的角色', 'Roles handed over'),
  span: both('期間', 'Days'),
  from: both('起日', 'First day'),
  until: both('迄日（含當日）', 'Last day (included)'),
  to: both('至 ', ' to '),
  dateHint: both('例：115年1月20日 或 2026-01-20', 'For instance 2026-01-20'),
  reason: both('代理事由', 'Reason'),
  reasonHint: both('例：休假、公差。與「代」字一起印在表件上。', 'Such as leave: it is printed beside 代.'),
  standing: both('狀態', 'State'),
  standings: both(
    { 'to-come': '尚未開始', acting: '代理中', ended: '已期滿', revoked: '已終止' } as const,
    { 'to-come': 'to come', acting: 'acting', ended: 'over', revoked: 'ended early' } as const,
  ),
  revoke: both('終止代理', 'End it'),
  history: both('歷程', 'History'),
  all: both('誰代理誰', 'Who acts for whom'),
  none: both('目前沒有職務代理。', 'There are no deputies.'),
  appoint: both('指定代理人', 'Name a deputy'),
  appointFor: both(
    (name: string) => `為 ${name} 指定代理人`,
    (name: string) => `Name a deputy for ${name}`,
  ),
  choosePrincipal: both('由系統管理者代為指定', 'Named by an administrator'),
  choosePrincipalHint: both(
    '本人不在而未及指定時使用；歷程會記載是由您指定。',
    'Where somebody is away and has named nobody; the history says that you did.',
  ),
  next: both('選定', 'Choose'),
  noRoles: both('沒有可以交人代理的角色。', 'There is no role that could be handed over.'),
  choose: both('（請選擇）', '(choose)'),
  manage: both('指定或終止代理', 'Name or end deputies'),
  acting: both(
    (name: string, until: string) => `您正代理 ${name}（至 ${until}）`,
    (name: string, until: string) => `You are acting for ${name} (until ${until})`,
  ),
  actingAs: both('辦理名義', 'Act in the name of'),
  ownName: both(
    (name: string) => `本人：${name}`,
    (name: string) => `Yourself: ${name}`,
  ),
  forName: both(
    (name: string) => `代理：${name}`,
    (name: string) => `Deputy of ${name}`,
  ),
  change: both('切換', 'Change'),
} as const;
