import { expect, test } from 'vitest';
import { markChinese } from './chinese.ts';

const zh = (text: string) => `<span lang="zh-Hant">${text}</span>`;

test.each([
  ['a name', '<p>範例部</p>', `<p>${zh('範例部')}</p>`],
  ['a name beside words', '<td>範例部 FY 2024</td>', `<td><span>${zh('範例部')} FY 2024</span></td>`],
  [
    'what a finding quotes',
    '<p>The goals say “完成30館（含2處）”, not &quot;31館&quot;.</p>',
    `<p><span>The goals say “${zh('完成30館（含2處）')}”, not &quot;31${zh('館')}&quot;.</span></p>`,
  ],
  ['blanks around', '<p> 範例部 </p>', `<p> ${zh('範例部')} </p>`],
  ['behind an element', '<p><b>a</b>甲<br/>乙</p>', `<p><b>a</b>${zh('甲')}<br/>${zh('乙')}</p>`],
  ['what is marked', '<q lang="zh-Hant">甲<mark>乙</mark></q>', '<q lang="zh-Hant">甲<mark>乙</mark></q>'],
  [
    'English within Chinese',
    '<p lang="zh-Hant"><i lang="en">a 甲</i></p>',
    `<p lang="zh-Hant"><i lang="en"><span>a ${zh('甲')}</span></i></p>`,
  ],
  ['behind what was marked', '<p><q lang="zh-Hant">甲</q> 乙</p>', `<p><q lang="zh-Hant">甲</q> ${zh('乙')}</p>`],
  [
    'a choice',
    '<select><option value="甲">甲 a</option></select>',
    '<select><option value="甲" lang="zh-Hant">甲 a</option></select>',
  ],
  ['what is typed', '<textarea>甲\n&lt;乙</textarea>', '<textarea lang="zh-Hant">甲\n&lt;乙</textarea>'],
  [
    'a drawing',
    '<svg><path d="M0"/><text x="1">甲</text></svg>',
    '<svg><path d="M0"/><text x="1" lang="zh-Hant">甲</text></svg>',
  ],
  [
    'the head',
    '<head><title>甲</title><meta content="甲"/></head><body>甲</body>',
    `<head><title>甲</title><meta content="甲"/></head><body>${zh('甲')}</body>`,
  ],
  ['an attribute', '<a title="甲">a</a>', '<a title="甲">a</a>'],
  ['no Chinese', '<p>a, b — “c”</p>', '<p>a, b — “c”</p>'],
])('%s', (_, html, expected) => expect(markChinese(html)).toBe(expected));

test('however many marks stand without a Chinese character, a text is looked through once', () => {
  const marks = '、'.repeat(100_000);
  expect(markChinese(`<p>${marks}a甲</p>`)).toBe(`<p><span>${marks}a${zh('甲')}</span></p>`);
});
