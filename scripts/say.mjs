// What the scripts say to a person, on standard error.
import { inEnglish } from '../bin/language.mjs';

/** @param {string} chinese @param {string} english */
export function say(chinese, english) {
  process.stderr.write(`${inEnglish() ? english : chinese}\n`);
}

/**
 * A line that shows that something goes on: rewritten each second in a window, written once where there is none.
 * Gives the function that ends it.
 * @param {string} chinese @param {string} english
 */
export function progress(chinese, english) {
  const text = inEnglish() ? english : chinese;
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;
  if (process.stderr.isTTY !== true) {
    process.stderr.write(`${text}\n`);
    return () => undefined;
  }
  process.stderr.write(text);
  const timer = setInterval(() => process.stderr.write(`\r${text} ${seconds()}`), 1000);
  return () => {
    clearInterval(timer);
    process.stderr.write(`\r${text} ${seconds()}\n`);
  };
}
