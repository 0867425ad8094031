/** All of them, right before what was done with them: 全數裁處, 均已依法裁處. */
export const all = /(?:全數|全部|悉數|如數|(?<!平)均|皆)(?:已|業|依法|依規定|如期|予以|完成)*/u;

/** Some are left: 部分, 餘3家, 尚有2件, 除…外. */
export const notAll = /部分|部份|除[^，；。]*外|尚|仍|餘\d|惟|未/u;
