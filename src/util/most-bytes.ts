/** The longest text that is read whole: offsets in it are 32-bit numbers with a sign, with some room to spare. */
export const MOST_BYTES = 2 ** 31 - 2 ** 20
