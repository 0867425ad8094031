import { Draft } from '../draft.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import type { Parser } from './parser.ts';

const road = /[路街道]/;
/** The roads of counties carry one character of their name: 嘉130線. */
const line = /[台臺道縣北桃竹苗中彰投雲嘉南高屏宜花東澎基]/;

/** 3樓, 42人座, 三級, 和平路二段, 台9線: the number is part of a name. */
export const label: Parser = {
  name: 'label',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    const found = measureWordAt(text, at, false);
    if (found === null) return null;
    const before = text.charAt(numeral.start - 1);
    const { word, kind } = found.word;
    const named = kind === 'label' || (word === '段' && road.test(before)) || (word === '線' && line.test(before));
    return named ? new Draft('label', 'name', numeral.start, found.end) : null;
  },
};
