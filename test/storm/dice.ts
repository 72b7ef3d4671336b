/** A number 0 ≤ x < 1 that is always the same for the same words: what is left out of a history changes nothing for the rest of it. */
export function chance(...words: readonly (string | number)[]): number {
  let state = 2_166_136_261;
  for (const word of words) {
    for (const sign of `${word}|`) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  }
  state = Math.imul(state ^ (state >>> 16), 2_246_822_507);
  state = Math.imul(state ^ (state >>> 13), 3_266_489_909);
  return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
}

/** One of these, by the dice of these words. */
export function oneOf<Each>(choices: readonly Each[], ...words: readonly (string | number)[]): Each {
  const found = choices[Math.floor(chance(...words) * choices.length)];
  if (found === undefined) throw new RangeError('Nothing to choose from');
  return found;
}

/** A whole number from `least` to `most`, both included. */
export function between(least: number, most: number, ...words: readonly (string | number)[]): number {
  return least + Math.floor(chance(...words) * (most - least + 1));
}
