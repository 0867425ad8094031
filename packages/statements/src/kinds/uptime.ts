import { pattern, sameUnit, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { differenceOf, figureOperand, just, quotientOf } from '../expression.ts';
import { before, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const uptime = pattern('(?:可用率|可用度|妥善率|正常率)(?:約|為|達|計)*$');
const all = /全年|總|應|計畫|預定|契約/u;
const lost = /中斷|停機|故障|停擺|維修|保養/u;

/** 全年8,760小時，停機43.8小時，可用率99.5%: what is left of the time, and not what was lost. */
export function* uptimesIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const rate of sentence.figures) {
    if (rate.kind !== 'percent' || !uptime.test(nearWords(before(sentence, signOf(sentence, rate))))) continue;
    const [time, off, ran, more] = timesBefore(sentence, rate);
    if (time === undefined || off === undefined || more !== undefined || !sameUnit(time, off)) continue;
    if (!all.test(ownWords(sentence, time)) || !lost.test(ownWords(sentence, off))) continue;
    if (ran !== undefined && (!sameUnit(time, ran) || !/實際|正常/u.test(ownWords(sentence, ran)))) continue;
    const [a, b] = [just(figureOperand(time)), just(figureOperand(off))];
    yield judged({
      kind: 'share',
      claim: rate,
      word: '可用率',
      sure: true,
      suggested: [
        { as: 'what-was-not-lost', expression: quotientOf(differenceOf(a, b), a), scale: 100 },
        ...(ran === undefined
          ? []
          : [{ as: 'what-ran', expression: quotientOf(just(figureOperand(ran)), a), scale: 100 } as const]),
      ],
    });
  }
}

const timesBefore = (sentence: MarkedSentence, rate: Figure): readonly Figure[] =>
  sentence.figures.filter((figure) => figure.kind === 'duration' && figure.end <= rate.start);
