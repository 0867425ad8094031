/**
 * The numbers that decide, in one place. They were set on the rows of `../cases` and on the labelled half of one real filing
 * (../shared/contract/gold), and looked at again on rows that were written without sight of the code.
 */

/**
 * In percent. 提升妥善率95%以上 asks for a level all the same: nobody asks for a rise of more than this in a year without
 * saying from where.
 */
export const smallChange = 30;

/** The share of a target's words, by weight, that a sentence must have to speak of it when its figures are put together (a sum, a share, a distance). */
export const aboutIt = 0.5;
