// Papers damaged at random, by a generator that can be told its seed.
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % Math.max(1, below);
  };
}

function strange(random: Random): string {
  return Array.from({ length: 24 }, () => {
    const code = random(0x10ffff);
    return String.fromCodePoint(code >= 0xd800 && code < 0xe000 ? 65 : code);
  }).join('');
}

/** Cuts, doubles, swaps, shortens, glues and pollutes lines. */
export function damage(text: string, others: readonly string[], random: Random): string {
  let lines = text.split('\n');
  for (let n = 0; n <= random(8); n++) {
    const i = random(lines.length);
    const j = random(lines.length);
    const line = lines[i] ?? '';
    switch (random(7)) {
      case 0:
        lines.splice(i, 1 + random(10));
        break;
      case 1:
        lines.splice(i, 0, lines[j] ?? '');
        break;
      case 2:
        lines[i] = lines[j] ?? '';
        lines[j] = line;
        break;
      case 3:
        lines[i] = strange(random) + line;
        break;
      case 4:
        lines[i] = line.slice(0, random(20));
        break;
      case 5:
        lines = [...lines, ...(others[random(others.length)] ?? '').split('\n')];
        break;
      default:
        lines[i] = line.replace(/\s/g, '');
    }
    if (lines.length === 0) lines = [''];
  }
  return lines.join('\n');
}
