/**
 * A name of 32 hexadecimal digits for a text: the same on every device, and another for every other text (the first half of its SHA-256,
 * by the platform's own Web Crypto).
 */
export async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
