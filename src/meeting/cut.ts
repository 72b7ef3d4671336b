const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });

/**
 * The first of a text, at most so many UTF-16 units long, cut between what a reader sees as signs: no half of an emoji, a flag or a letter with its
 * accent is left. One sign that is longer by itself leaves nothing.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  // Only what surrounds the cut is looked at; a sign longer than this is no sign.
  for (const { index, segment } of graphemes.segment(text.slice(0, most + 64))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
