// What was used last, and no more than fits: the rest is brought again when it is asked for.

/**
 * @template K, V
 * @extends {Map<K, V>}
 */
export class Recent extends Map {
  /** @param {number} most */
  constructor(most) {
    super();
    this.most = most;
  }

  /** @param {K} key @returns {V | undefined} */
  get(key) {
    const value = super.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  /** @param {K} key @param {V} value */
  set(key, value) {
    this.delete(key);
    super.set(key, value);
    if (this.size > this.most) this.delete(this.keys().next().value);
    return this;
  }
}
