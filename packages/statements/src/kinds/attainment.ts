import { atLeast, commensurable, compare, pattern, signOf, times, whole, type Figure } from '@guankao/passages';
import { figureOperand, just, quotientOf, targetOperand } from '../expression.ts';
import { before, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** 達成率95%, 目標達成率為120% */
const attainmentLabel = pattern(
  '(?:達成率|達成度|達標率|達成比率|達成比例|目標達成率)(?:為|達|約|計|是|已|均|:|高達|僅|至|即)*$',
);
const target = /目標|預定|應|規劃|需|預計|契約|原訂/u;
const actual = /實際|實績|完成|達成|達|已|共|計|服務|辦理|培訓|補助|訓練|結訓|參加|設置/u;

/** 完訓69人, 實服9,200小時: a verb right behind the comma, whichever it is. */
const isToldAsDone = /^，(?!其中|含|平均|每|較)\p{Script=Han}{1,4}$/u;

/** 落後目標9處: how far from the target, neither of the two. */
const distance = /落後|短少|不足|尚?[差缺]|超[前越過出標]|多出?|[較比]/u;

/** 5,148人次，高於目標148人次: by how much; 高於目標5,000人次 is the target itself. */
const isByHowMuch = (words: string, figure: Figure, other: Figure): boolean =>
  /[高低多少優]於|(?<!未)逾/u.test(words) && compare(times(figure.value, whole(2)), other.value) < 0;

/** Less of it may be what is wished for. */
const burden =
  /時間|時數|日數|天數|分鐘|費|成本|率|件數|次數|降|減|縮|耗|排放|用[水電]|不|未|逾|誤|缺|事故|傷|死|違|病|陳情|失|損|漏/u;

const isWork = (words: string, { widening, kind }: Figure): boolean =>
  kind !== 'duration' && widening !== 'atMost' && widening !== 'under' && !burden.test(words);

/** 目標服務5,000人次，實際服務6,000人次，達成率120%: told in one sentence. */
export function* attainmentsIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const claim of sentence.figures) {
    if (claim.kind !== 'percent' || !attainmentLabel.test(nearWords(before(sentence, signOf(sentence, claim)))))
      continue;
    const told = sentence.figures.filter((figure) => figure.end <= claim.start);
    const [first, second] = told.slice(-2);
    if (first === undefined || second === undefined || !commensurable(first, second)) continue;
    const [a, b] = [ownWords(sentence, first), ownWords(sentence, second)];
    if (distance.test(a) || distance.test(b) || isByHowMuch(b, second, first)) continue;
    const isDone = actual.test(b) || isToldAsDone.test(b);
    const inOrder = target.test(a) && !/實際|實績/u.test(a) && isDone && !/目標/u.test(b);
    const turned = target.test(b) && /目標|預定|應/u.test(b) && !target.test(a);
    if (!inOrder && !turned) continue;
    const [asked, got] = inOrder ? [first, second] : [second, first];
    yield judged({
      kind: 'attainment',
      claim,
      word: '達成率',
      sure: true,
      suggested: [
        {
          as: 'reached-over-asked',
          expression: quotientOf(just(figureOperand(got)), just(targetOperand(asked))),
          scale: 100,
        },
        // Where less is better the target stands over the result.
        ...(isWork(sentence.words.slice(0, signOf(sentence, first)) + a + b, asked)
          ? []
          : [
              {
                as: 'asked-over-reached',
                expression: quotientOf(just(targetOperand(asked)), just(figureOperand(got))),
                scale: 100 as const,
              },
            ]),
      ],
      others: function* () {
        // Beyond the target some count no further than a hundred.
        if (claim.value.of === 100n * claim.value.over && compare(got.value, asked.value) >= 0)
          yield {
            as: 'no-further-than-a-hundred',
            expression: quotientOf(
              just({ ...figureOperand(got), interval: atLeast(asked.value) }),
              just(targetOperand(asked)),
            ),
            scale: 100,
          };
      },
    });
  }
}
