/** `data` as the JSON answers give it: figures rounded to 3 decimals, half away from zero; what is no finite number is null. */
export function toJson(data: object): string {
  return `${JSON.stringify(data, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value), 2)}\n`;
}

/** `value` with 3 decimals, half away from zero. */
export function rounded(value: number): number {
  // 1.0005 is stored a hair below what it says: twelve digits are what any figure here is worth.
  const thousandths = Math.round(Number((Math.abs(value) * 1000).toPrecision(12)));
  return thousandths === 0 ? 0 : (Math.sign(value) * thousandths) / 1000;
}
