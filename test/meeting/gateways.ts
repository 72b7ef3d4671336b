/** What mail gateways make of an address, each as its maker describes it or as it is seen in mails. */

export const safeLink = (address: string): string =>
  `https://eur05.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C02%7Culla.skarvad%40fjordby.example%7C&sdata=kB%2F3%3D&reserved=0`;

export const teamsSafeLink = (address: string): string =>
  `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${encodeURIComponent(address)}&locale=da-dk`;

export const google = (address: string): string => `https://www.google.com/url?q=${encodeURIComponent(address)}&sa=D&source=calendar&usg=AOvVaw`;

const utf8 = (sign: string): string =>
  [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** Version 2: every sign but letters, digits, "." and "/" is escaped, "%" is written "-", and "/" is written "_". */
export const proofpoint2 = (address: string): string => {
  const escaped = [...address].map((sign) => (/[A-Za-z0-9./]/.test(sign) ? sign : utf8(sign))).join('');
  return `https://urldefense.proofpoint.com/v2/url?u=${escaped.replace(/%/g, '-').replace(/\//g, '_')}&d=DwMFAg&c=abc&r=def&m=ghi&s=jkl&e=`;
};

const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Version 3: signs it does not like stand as "*", and several of them in a row as "**" and a letter for how many; they come behind in base64. */
export const proofpoint3 = (address: string): string => {
  let kept = '';
  const masked = address.replace(/[^\w.:/?&=-]+/gu, (run) => {
    const signs = [...run];
    kept += run;
    let stars = '';
    for (let at = 0; at < signs.length;) {
      const rest = signs.length - at;
      const length = Math.min(rest, RUNS.length + 1);
      stars += length === 1 ? '*' : `**${RUNS[length - 2]}`;
      at += length;
    }
    return stars;
  });
  const bytes = String.fromCharCode(...new TextEncoder().encode(kept));
  return `https://urldefense.com/v3/__${masked}__;${btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}!!AbC_dEf!gHi$`;
};

export const cisco = (address: string): string => `https://secure-web.cisco.com/1aBcDeF-gHi/${encodeURIComponent(address)}`;
export const barracuda = (address: string): string => `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(address)}&c=E,1,abc&typo=1`;

export const GATEWAYS: Readonly<Record<string, (address: string) => string>> = {
  'Safe Links': safeLink,
  'Safe Links in Teams': teamsSafeLink,
  Google: google,
  'Proofpoint 2': proofpoint2,
  'Proofpoint 3': proofpoint3,
  Cisco: cisco,
  Barracuda: barracuda,
};
