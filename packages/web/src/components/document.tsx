import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { inLocale, ReaderContext, useAddress, useReader, useWords, type Reader, type Theme } from '../reader.tsx';
import { markChinese } from './chinese.ts';
import { AsOfNotice, AsOfPicker } from './as-of.tsx';
import { calendarDate } from '../figures/years.ts';
import { words } from '../words/words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** Stands where the address of the page's fonts comes once all its characters are known; in a text its quotes would be written otherwise. */
const fontsToCome = 'href="fonts-of-this-page"';

/** The whole HTML of a page. */
export function render(reader: Reader, page: ReactNode): string {
  const written = renderToStaticMarkup(<ReaderContext value={reader}>{page}</ReaderContext>);
  const html = reader.locale === 'en' ? markChinese(written) : written;
  const address = reader.assets.fonts?.of?.(html) ?? '';
  return `<!doctype html>${html.replace(fontsToCome, () => `href="${address}"`)}`;
}

export interface Crumb {
  readonly path: string;
  readonly name: string;
}

export interface PageProps {
  readonly title: string;
  /** For search engines and previews. */
  readonly description?: string;
  /** The pages above this one, from the top. */
  readonly crumbs?: readonly Crumb[];
  /** All of what the page shows is of an example that we wrote. */
  readonly fictional?: boolean;
  /** Which entry of the menu this page belongs to. */
  readonly section?: Section;
  /** Path of a picture of 1,200 × 630 dots for previews, without the language's prefix. */
  readonly picture?: string;
  /** The file of the record that the page shows; printed at its end. */
  readonly edition?: { readonly number: number; readonly sha256: string };
  /** Kept out of search engines: pages that stand for no record. */
  readonly unlisted?: boolean;
  /** An Atom feed of what the page shows. */
  readonly feed?: { readonly path: string; readonly title: string };
  readonly children: ReactNode;
}

type Section = '/' | '/plans' | '/filings' | '/commitments' | '/charts' | '/rules' | '/check' | '/about' | '/data';

export function Page({
  title,
  description,
  crumbs = [],
  fictional = false,
  section,
  picture,
  edition,
  unlisted = false,
  feed,
  children,
}: PageProps): ReactNode {
  const punctuation = usePunctuation();
  const t = useWords();
  const reader = useReader();
  const isListed = !unlisted && reader.asOf === undefined;
  return (
    <html lang={reader.locale} data-theme={reader.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <title>
          {title === t.siteName
            ? `${t.siteName}${punctuation.colon}${t.siteLine}`
            : `${title}${punctuation.bar}${t.siteName}`}
        </title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={reader.theme ?? 'light dark'} />
        {description !== undefined && <meta name="description" content={description} />}
        {isListed ? (
          <Preview title={title} description={description} picture={picture} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        <link rel="stylesheet" href={reader.assets.style} />
        <Fonts />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="alternate" hrefLang="zh-Hant" href={`${reader.origin}${reader.path}`} />
        <link rel="alternate" hrefLang="en" href={`${reader.origin}${inLocale(reader.path, 'en')}`} />
        {feed !== undefined && (
          <link
            rel="alternate"
            type="application/atom+xml"
            title={feed.title}
            href={inLocale(feed.path, reader.locale)}
          />
        )}
        <script src={reader.assets.script} defer />
      </head>
      <body>
        <a className="skip" href="#content">
          {t.skip}
        </a>
        <Masthead section={section} />
        <AsOfNotice />
        {fictional && (
          <aside className="fictional-notice" aria-label={t.fictional}>
            {t.fictionalNotice}
          </aside>
        )}
        <main id="content" tabIndex={-1}>
          <Crumbs crumbs={crumbs} />
          {children}
          <AsOfPicker />
        </main>
        <PrintFooter edition={edition} />
        <Footer />
      </body>
    </html>
  );
}

/** The one address of the page, and what is shown of it where somebody passes it on. */
function Preview({
  title,
  description,
  picture,
}: {
  title: string;
  description: string | undefined;
  picture: string | undefined;
}): ReactNode {
  const t = useWords();
  const { locale, origin, path } = useReader();
  const address = `${origin}${inLocale(path.split('?')[0] ?? path, locale)}`;
  return (
    <>
      <link rel="canonical" href={address} />
      <meta property="og:site_name" content={t.siteName} />
      <meta property="og:type" content={picture === undefined ? 'website' : 'article'} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={locale === 'en' ? 'en' : 'zh_TW'} />
      {description !== undefined && <meta property="og:description" content={description} />}
      {picture !== undefined && (
        <>
          <meta property="og:image" content={`${origin}${inLocale(picture, locale)}`} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={description ?? title} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  );
}

/** On paper only: where it was printed from, of which file, when. The script writes the minute at which it is printed. */
function PrintFooter({ edition }: { edition: PageProps['edition'] | undefined }): ReactNode {
  const t = useWords();
  const { locale, origin, path, today = '' } = useReader();
  return (
    <p className="print-footer">
      <span>{`${origin}${inLocale(path, locale)}`}</span>
      {edition !== undefined && (
        <span>
          {t.edition(edition.number)} · SHA-256 {edition.sha256}
        </span>
      )}
      <span>
        {t.printedOn} <time className="printed-at">{calendarDate(today, locale)}</time>
      </span>
    </p>
  );
}

/**
 * Before a page is painted its style is there: for what everybody reads, the faces of its own characters alone; on the
 * workbench, where one types, and on 驗證, whose script shows files that we do not know and may ask for nothing any more,
 * those of all characters. `data-whole` is for what scripts and readers add elsewhere.
 */
function Fonts(): ReactNode {
  const { assets, path } = useReader();
  const { fonts } = assets;
  if (fonts === undefined) return null;
  if (fonts.of === undefined || /^\/(?:office|verify)(?:[/?]|$)/.test(path))
    return <link rel="stylesheet" href={fonts.whole} />;
  return <link rel="stylesheet" href="fonts-of-this-page" data-whole={fonts.whole} />;
}

function Masthead({ section }: { section: Section | undefined }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const entries = [
    ['/plans', t.plans],
    ['/filings', t.filings],
    ['/commitments', t.commitmentList],
    ['/charts', t.charts],
    ['/rules', t.rules],
    ['/check', t.tryCheck],
    ['/about', t.about],
  ] as const;
  return (
    <header className="masthead">
      <p className="masthead-name">
        <a href={address('/')} aria-current={section === '/' ? 'page' : undefined}>
          <strong>{t.siteName}</strong> <span>{t.siteLine}</span>
        </a>
      </p>
      <nav aria-label={t.mainMenu}>
        <ul>
          {entries.map(([path, name]) => (
            <li key={path}>
              <a href={address(path)} aria-current={section === path ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LanguageSwitch />
    </header>
  );
}

/** Keeps the place: the same page, with the same question, in the other language. */
function LanguageSwitch(): ReactNode {
  const { locale, path } = useReader();
  const other = locale === 'en' ? 'zh-Hant' : 'en';
  return (
    <a className="language" href={inLocale(path, other)} lang={other} hrefLang={other} rel="alternate">
      {words[locale].otherLanguage}
    </a>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }): ReactNode {
  const t = useWords();
  const address = useAddress();
  if (crumbs.length === 0) return null;
  return (
    <nav className="crumbs" aria-label={t.youAreHere}>
      <ol>
        {crumbs.map(({ path, name }) => (
          <li key={path}>
            <a href={address(path)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Footer(): ReactNode {
  const t = useWords();
  const { hasOffice, hasLog } = useReader();
  const address = useAddress();
  return (
    <footer className="footer">
      <p>{t.footerRecord}</p>
      <div className="footer-links">
        <a href={address('/about')}>{t.about}</a>
        <a href={address('/data')}>{t.data}</a>
        <a href="/openapi.json">{t.footerApi}</a>
        {hasLog && <a href={address('/verify')}>{t.verify}</a>}
        {hasOffice && <a href={address('/office')}>{t.workbench}</a>}
        <ThemeSwitch />
      </div>
    </footer>
  );
}

/** Buttons of a form, so that it works without a script; the choice is kept in a cookie. */
function ThemeSwitch(): ReactNode {
  const t = useWords();
  const reader = useReader();
  const choices: readonly (readonly [Theme | 'system', string])[] = [
    ['system', t.themeSystem],
    ['light', t.themeLight],
    ['dark', t.themeDark],
  ];
  return (
    <form className="theme" method="post" action="/theme">
      <input type="hidden" name="back" value={inLocale(reader.path, reader.locale)} />
      <fieldset>
        <legend>{t.theme}</legend>
        {choices.map(([value, name]) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={(reader.theme ?? 'system') === value}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
