/** Beyond this many rows SharePoint refuses to filter, sort or index (list view threshold). */
export const listViewThreshold = 5000;
/** Indexed columns a list may have. */
export const mostIndexes = 20;
/** Longest single line SharePoint keeps. */
export const singleLineLimit = 255;
/** The figure in circulation for multi-line text; Microsoft documents no limit (platform fact, third-party source). */
export const multiLineLimit = 63_999;
/** Major versions of an item a list keeps; SharePoint's default. */
export const mostVersions = 50;
