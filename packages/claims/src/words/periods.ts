/** What a period is called where each of several is told: 第3季, 10月, 上半年. */
export const periodNames: Readonly<Record<string, RegExp>> = {
  季: /第?[1-4一二三四]季/g,
  月: /(?<![0-9年])(?:1[0-2]|[1-9])月份?(?![0-9])/g,
  半年: /[上下]半年度?/g,
  學期: /[上下]學期|第[12一二]學期/g,
};

/** A period in which nothing came of it: 第3季未辦理. */
export const nothingDone =
  /^[^，；。0-9]{0,6}(?:未能?|無|暫停|停止|取消|尚未)(?:辦理|召開|舉辦|執行|實施|出刊|稽查|巡檢|發布)/;

/** 各季依序為, 各月分別為: a figure for each follows, the unit perhaps only behind the last. */
export const listedInOrder =
  /各(季|月|半年|學期)[^0-9，；。]{0,16}?((?:[0-9][0-9,.]*[萬千]?[0-9,]*[^0-9、，；。及與和]{0,4}[、及與和])+[0-9][0-9,.]*[萬千]?[0-9,]*)/;
