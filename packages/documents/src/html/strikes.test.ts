import { expect, test } from 'vitest';
import { withStrikesNested } from './strikes.ts';

test.each([
  ['<p><s>曾訂9</s>4座</p>', '<p><s>曾訂9</s>4座</p>'],
  ['<p><span><strike>曾訂</span>9</strike>4座</p>', '<p><span><s>曾訂</s></span><s>9</s>4座</p>'],
  ['<s><td>甲</td></s>乙', '<td>甲</td>乙'],
  ['<table><tr><td><s>甲<td>乙</table>丙', '<table><tr><td><s>甲</s><td>乙</table>丙'],
  ['<S class="a">甲</S><small>乙</small>', '<s>甲</s><small>乙</small>'],
  ['<s>甲<script>"<s>"</script>乙</s>丙', '<s>甲</s><script>"<s>"</script><s>乙</s>丙'],
  ['<!-- <s> -->甲<s>乙', '<!-- <s> -->甲<s>乙</s>'],
  ['3<4<s>甲</s>', '3<4<s>甲</s>'],
  ['</s>甲', '</s>甲'],
])('%s', (html, nested) => {
  expect(withStrikesNested(html)).toBe(nested);
});
