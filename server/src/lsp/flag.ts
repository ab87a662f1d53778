/** Raised on one thread and seen on the other at once, however busy that is. */
export type Flag = Int32Array<SharedArrayBuffer>;

export function lowered(): Flag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

export function raise(flag: Flag): void {
  Atomics.store(flag, 0, 1);
}

export function isRaised(flag: Flag): boolean {
  return Atomics.load(flag, 0) === 1;
}
