import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from './markdown.tsx';

const html = (source: string): string => renderToStaticMarkup(<Markdown source={source} />);

test.each([
  ['# A\nwords', '<h2>A</h2><p>words</p>'],
  ['### A', '<h3>A</h3>'],
  ['one\ntwo\n\nthree', '<p>one\ntwo</p><p>three</p>'],
  ['- a\n  b\n- c', '<ul><li>a b</li><li>c</li></ul>'],
  ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['> a\n> b', '<blockquote>a\nb</blockquote>'],
  [
    '| x | y |\n| --- | --- |\n| 1 | 2 |',
    '<table><thead><tr><th scope="col">x</th><th scope="col">y</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  ['a **b** `c*d*` *e*', '<p>a <strong>b</strong> <code>c*d*</code> <em>e</em></p>'],
  ['[law](https://law.example/1) [file](../x.md)', '<p><a href="https://law.example/1">law</a> file</p>'],
])('%j', (source, expected) => expect(html(source)).toBe(expected));

test('a fence keeps blank lines and marks', () =>
  expect(html('```\n# a\n\n**b**\n```\nafter')).toBe('<pre># a\n\n**b**</pre><p>after</p>'));
test('HTML and script addresses stay text', () =>
  expect(html('<b>x</b> [a](javascript:alert)')).toBe('<p>&lt;b&gt;x&lt;/b&gt; a</p>'));
