interface NumberArray<T> {
  readonly length: number;
  [place: number]: number;
  set(values: T): void;
  slice(start: number, end: number): T;
}

/** A typed array that is filled without knowing its length. */
export class Growing<T extends NumberArray<T>> {
  readonly #make: new (length: number) => T;
  #values: T;
  #length = 0;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#values = new make(1024);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.#make(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  finish(): T {
    return this.#values.slice(0, this.#length);
  }
}
