/** A channel message of ours as Teams shows it: whoever is mentioned stands in bold. */
export const mentionsInBold = (html: string): string => html.replace(/(<\/?)at\b[^>]*>/g, '$1strong>');
