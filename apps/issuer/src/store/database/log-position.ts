/** A position in the write-ahead log, which PostgreSQL writes as two hexadecimal numbers of 32 bits. */
export function logPosition(text: string): bigint {
  const [high = '0', low = '0'] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
