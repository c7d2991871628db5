// How long a text message is, as the networks count; the same rules as in hooks/handbook/text_message.py. Pure.

const GSM_BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_EXTENDED = "\f^{}\\[~]|€"; // two characters each

/**
 * `foreign` is the first character, if any, for which the whole message is sent in the longer encoding.
 * @param {string} text
 * @returns {{ characters: number, segments: number, foreign: string | undefined }}
 */
export function lengthOf(text) {
  const foreign = [...text].find((each) => !GSM_BASIC.includes(each) && !GSM_EXTENDED.includes(each));
  const extended = [...text].filter((each) => GSM_EXTENDED.includes(each)).length;
  const characters = foreign ? text.length : text.length + extended;
  const [single, several] = foreign ? [70, 67] : [160, 153];
  return { characters, segments: characters <= single ? Math.min(characters, 1) : Math.ceil(characters / several), foreign };
}
