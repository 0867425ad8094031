/** A line below a table that says something about it, and is no row of it: 註：本表金額四捨五入。 */
export const noteLine = /^\s*[（(]?(?:註|附註|備註|說明|資料來源|填表|製表)[）)]?\s*\d{0,2}\s*[：:.、]/;
