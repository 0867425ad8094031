import { Chance } from './chance.ts';
import { changes } from './kinds/changes.ts';
import { means } from './kinds/means.ts';
import { orders } from './kinds/orders.ts';
import { products } from './kinds/products.ts';
import { rates } from './kinds/rates.ts';
import { rests } from './kinds/rests.ts';
import { sums } from './kinds/sums.ts';
import { moved, textOf, type Sentence } from './sentence.ts';
import { aWork, openings } from './words.ts';

const kinds = [...sums, ...rests, ...rates, ...changes, ...means, ...products, ...orders];

/** A text in which every sentence holds, and the same with one figure of one sentence moved. */
export interface Case {
  readonly kind: string;
  readonly text: string;
  /** null where no move of a few tries refutes it. */
  readonly moved: string | null;
  /** Does anything else with figures stand beside the sentence? */
  readonly alone: boolean;
}

/** One of them, by its number: any can be made again alone. */
export function caseOf(seed: number, number: number): Case {
  const chance = new Chance(Math.imul(seed, 2_654_435_761) + number);
  const sentence = chance.one(kinds)(chance);
  const other = moved(chance, sentence);
  const alone = !chance.rarely(3);
  const around = alone ? plain : surrounded(chance, sentence);
  const opening = chance.one(openings);
  return {
    kind: sentence.kind,
    text: `${opening}${around(textOf(sentence))}`,
    moved: other === null ? null : `${opening}${around(textOf(other))}`,
    alone,
  };
}

const plain = (text: string): string => text;

/** Other true sentences before or behind it, figures that have nothing to do with it, a remark in brackets. */
function surrounded(chance: Chance, { kind }: Sentence): (text: string) => string {
  const another = (): string => {
    for (let tries = 0; tries < 20; tries++) {
      const sentence = chance.one(kinds)(chance);
      if (sentence.kind !== kind) return textOf(sentence);
    }
    return '';
  };
  const { verb, noun } = aWork(chance);
  const remark = chance.one([
    `另${verb}${noun}部分，業於113年${chance.whole(1, 12)}月函報上級機關。`,
    `${noun}成果已公布於機關網站，每月更新1次。`,
    `依據${chance.whole(105, 112)}年訂頒之作業要點第${chance.whole(2, 12)}點辦理。`,
    `並召開${chance.whole(2, 9)}次工作會議追蹤。`,
  ]);
  return chance.one([
    (text: string) => `${another()}${text}`,
    (text: string) => `${text}${another()}`,
    (text: string) => `${text}${remark}`,
    (text: string) => `${remark}${text}`,
  ]);
}
