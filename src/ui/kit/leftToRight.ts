/**
 * Stands in for rtl-css-js, with which Griffel turns every style round for languages that are written from right to left (webpack.config.js). The
 * app speaks Danish and English, and no page of it is ever shown that way: each style stays as it is.
 */
export const convertProperty = <Value>(key: string, value: Value): { key: string; value: Value } => ({ key, value });

export const convert = <Styles>(styles: Styles): Styles => styles;
