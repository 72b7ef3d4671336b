// The words of a title, to tell that two lines name the same point.

/** A title to compare by: no brackets, presenters or signs. */
export const foldTitle = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\([^()]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\s+(?:v\/|v\.).*$/, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
