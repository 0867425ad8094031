// The dictionary is a string: `简 簡 …|…`, entries parted by |, a Simplified form and its Traditional ones by blanks.
declare module 'opencc-js/dict/STCharacters' {
  const entries: string;
  export default entries;
}
