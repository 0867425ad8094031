/** Han, with the marks that belong to it, and what stands between: 完成30館、5處（含2處新增）. */
const marks = '\\u3001-\\u303f\\uff01-\\uff65\\u30fb';
/** A stretch is looked at from its beginning alone: from each of its marks on, 32,000 of them took seconds. */
const chinese = new RegExp(
  `(?<![\\p{Script=Han}${marks}])[\\p{Script=Han}${marks}]*\\p{Script=Han}[\\p{Script=Han}${marks}]*(?:[\\w.,%+/~\\- ]*[\\p{Script=Han}${marks}]+)*`,
  'gu',
);
const hasHan = /\p{Script=Han}/u;

/** Elements that hold nothing but text: they are marked themselves. `title`: of a drawing. */
const textOnly = new Set(['option', 'textarea', 'text', 'title']);
/** In which nothing is shown to anybody, or is of the browser. */
const unshown = new Set(['head', 'script', 'style']);
const empty = new Set(
  'area base br circle col ellipse embed hr img input line link meta path polygon polyline rect source track use wbr'.split(
    ' ',
  ),
);

interface Open {
  readonly name: string;
  readonly isChinese: boolean;
  /** Its text is left as it is. */
  readonly isLeft: boolean;
}

/**
 * A page in English with all Chinese of it marked `lang="zh-Hant"`, so that it is read out and set as such: what filings
 * say, names of agencies, words that findings quote. Given what React wrote, which escapes `<` and `>` in every text and
 * attribute. A text stays one box, whatever of it is marked.
 */
export function markChinese(html: string): string {
  const open: Open[] = [];
  return html.replace(
    /<(\/?)([a-z][\w:-]*)([^>]*)>([^<]*)/gi,
    (whole, end: string, name: string, attributes: string, text: string) => {
      const tag = name.toLowerCase();
      const isVoid = empty.has(tag) || attributes.endsWith('/');
      const around = open.at(-1);
      if (end !== '') closeUpTo(open, tag);
      else if (!isVoid) {
        const isLeft = around?.isLeft === true || unshown.has(tag);
        const own = / lang="([^"]*)"/.exec(attributes)?.[1];
        const isOwn =
          own === undefined && textOnly.has(tag) && !isLeft && around?.isChinese !== true && hasHan.test(text);
        open.push({
          name: tag,
          isChinese: own === undefined ? isOwn || around?.isChinese === true : own.startsWith('zh'),
          isLeft,
        });
        if (isOwn) return `<${name}${attributes} lang="zh-Hant">${text}`;
      }
      const here = open.at(-1);
      if (here === undefined || here.isLeft || here.isChinese || textOnly.has(here.name) || !hasHan.test(text))
        return whole;
      return `<${end}${name}${attributes}>${marked(text)}`;
    },
  );
}

function closeUpTo(open: Open[], tag: string): void {
  const at = open.findLastIndex(({ name }) => name === tag);
  if (at >= 0) open.length = at;
}

function marked(text: string): string {
  const inside = text.trim();
  const whole = inside.replace(chinese, (run) => `<span lang="zh-Hant">${run}</span>`);
  // Boxes side by side would part what is one text.
  const one = /^<span lang="zh-Hant">[^<]*<\/span>$/.test(whole) ? whole : `<span>${whole}</span>`;
  return text.replace(inside, () => one);
}
