import type { ReactNode } from 'react';
import { Page, render } from '../components/document.tsx';
import { useReader, useWords, type Reader } from '../reader.tsx';
import { HowToRead } from './home.tsx';

export function aboutPage(reader: Reader): string {
  return render(reader, <About />);
}

function About(): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  return (
    <Page title={t.about} section="/about">
      <h1>{t.about}</h1>
      <div className="prose">{locale === 'en' ? <InEnglish /> : <InChinese />}</div>
      <HowToRead />
    </Page>
  );
}

function InChinese(): ReactNode {
  return (
    <>
      <p>
        各部會每年隨決算公布「重要社會發展、重大科技發展計畫執行情形及目標達成情形表」。管考把這樣的執行情形表逐字讀成紀錄，逐項核算，並讓每一個值都能點回它在檔案裡的位置。
      </p>
      <h2>一列不等於一個計畫</h2>
      <p>
        表上一列，是一個計畫在一個機關、一個年度的份額。名稱相同而金額不同的兩列是兩個份額。表上沒有印執行機關，所以編號是暫時的：表的編號加列次，等人確認身分後才確定。
      </p>
      <h2>五種麻煩，從不混在一起</h2>
      <ul>
        <li>
          <b>檢核結果</b>：執行情形表自己的問題，附算式與所指的字。
        </li>
        <li>
          <b>轉檔存疑</b>：可能是檔案轉換造成的，請核對印本，不算機關的錯。
        </li>
        <li>
          <b>未讀出</b>：我們讀不出來的部分，原樣列出。
        </li>
        <li>
          <b>退回</b>：檔案或要求本身不能處理，會說明原因與作法。
        </li>
        <li>
          <b>程式錯誤</b>：只有營運者看得到細節。
        </li>
      </ul>
      <h2>執行率是哪一種</h2>
      <p>
        公務上通行的「執行率」至少有七種算法。這些頁面上的執行率都是
        R1：從計畫開始累計到本年底的執行數，除以累計編列數。表內的保留數沒有算進執行數。
      </p>
      <h2>怎麼引用</h2>
      <p>每個值旁邊有「引用」，裡面是原文、位置、算法與固定網址。修正過的執行情形表另成一版，舊版的網址照樣有效。</p>
      <h2>資料下載</h2>
      <p>
        經費、目標、承諾、檢核結果等表格與欄位說明在<a href="/data">資料下載</a>；計畫清單可下載
        CSV；每份執行情形表可下載來源檔案與判讀結果 JSON；程式介面見 <a href="/openapi.json">OpenAPI</a>。
      </p>
    </>
  );
}

function InEnglish(): ReactNode {
  return (
    <>
      <p>
        Each year Taiwan’s ministries publish, with their final accounts, a form on the execution and results of their
        important plans. Guankao reads such filings character by character into records, checks them, and lets every
        value lead back to its place in the file. Filings are in Chinese and stay so; these pages explain them.
      </p>
      <h2>A row is not a plan</h2>
      <p>
        A row of the form is one agency’s share of a plan in one year. Two rows of the same name with different money
        are two shares. The form prints no executing agency, so identifiers are provisional, filing and row, until a
        person settles them.
      </p>
      <h2>Five kinds of trouble, never mixed</h2>
      <ul>
        <li>
          <b>A finding</b> is the filing’s own fault, with its arithmetic and the words it points to.
        </li>
        <li>
          <b>A transcription doubt</b> may come from the file’s conversion: check the printed page; it is not laid at
          the agency’s door.
        </li>
        <li>
          <b>Not read</b> is what we could not make out; it is listed as it stands.
        </li>
        <li>
          <b>A refusal</b> is a file or request that cannot be taken, with the reason and what to do.
        </li>
        <li>
          <b>A bug</b> is ours; its details go to the operator alone.
        </li>
      </ul>
      <h2>Which execution rate</h2>
      <p>
        At least seven formulas go by that name in official use. Every rate on these pages is R1: executed divided by
        budgeted, both from the plan’s start to this year’s end. Amounts carried over are not counted as executed.
      </p>
      <h2>How to cite</h2>
      <p>
        “Cite” beside a value gives the quotation, the place, the formula and a lasting address. A corrected filing
        becomes a new edition; addresses of the old one keep working.
      </p>
      <h2>Downloads</h2>
      <p>
        Tables of money, targets, promises and findings with their dictionary: <a href="/en/data">data to take away</a>.
        The list of plans as CSV; for each filing its source file and its reading as JSON; for programs, the{' '}
        <a href="/openapi.json">OpenAPI description</a>.
      </p>
    </>
  );
}
