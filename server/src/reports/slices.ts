/** As many slices as it takes, of sizes as even as may be. */
export function slices<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, at) =>
    items.slice(Math.round((items.length * at) / count), Math.round((items.length * (at + 1)) / count)),
  );
}
