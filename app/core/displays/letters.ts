/** The letters that reach highest and lowest: capitals with two marks above, with one below, and full Chinese squares. */
export const TALLEST = "\u1EBE\u1ED6\u1EAA\u1EC4\u1EEC\u01D8\u1EF6\u1EB6\u1ED8gjpqy\u0323\u56FD\u9F98\uFF08\uFF0C";
