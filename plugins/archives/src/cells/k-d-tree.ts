/** Points in a leaf: below that, comparing with each is quicker than descending. */
const LEAF = 8;

/**
 * Nearest of a fixed set of points by Euclidean distance (Bentley 1975, doi:10.1145/361002.361007), cut at the median of the widest side. Written here
 * because kept libraries for it stop at two dimensions.
 */
export class KdTree {
  readonly #dimensions: number;
  /** Coordinates in the order of the tree, and which point each was. */
  readonly #points: Float64Array;
  readonly #names: Int32Array;
  /** Of the node at each place of a heap (children of n: 2n + 1 and 2n + 2): axis cut, and where; axis -1 in a leaf. */
  readonly #cutAxis: Int8Array;
  readonly #cutAt: Float64Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  #query: Float64Array = new Float64Array(0);
  #nearest = -1;
  #distance = Number.POSITIVE_INFINITY;

  /** @param points coordinates one after another, n times `dimensions`; n at least 1 */
  constructor(points: Float64Array, dimensions: number) {
    const count = points.length / dimensions;
    this.#dimensions = dimensions;
    this.#names = Int32Array.from({ length: count }, (_, index) => index);
    let nodes = 1;
    for (let size = count; size > LEAF; size = Math.ceil(size / 2)) nodes = 2 * nodes + 1;
    this.#cutAxis = new Int8Array(nodes).fill(-1);
    this.#cutAt = new Float64Array(nodes);
    this.#from = new Int32Array(nodes);
    this.#to = new Int32Array(nodes);
    this.#build(points, 0, 0, count);
    this.#points = new Float64Array(points.length);
    for (const [place, name] of this.#names.entries()) this.#points.set(points.subarray(name * dimensions, (name + 1) * dimensions), place * dimensions);
  }

  /** Index of the nearest point; of several as near the lowest. @param query finite, as many coordinates as there are dimensions */
  nearest(query: Float64Array): number {
    this.#query = query;
    this.#nearest = -1;
    this.#distance = Number.POSITIVE_INFINITY;
    this.#search(0);
    return this.#nearest;
  }

  #build(points: Float64Array, node: number, from: number, to: number): void {
    this.#from[node] = from;
    this.#to[node] = to;
    if (to - from <= LEAF) return;
    const axis = this.#widest(points, from, to);
    if (axis < 0) return;
    const middle = from + Math.ceil((to - from) / 2);
    const coordinate = (name: number): number => points[name * this.#dimensions + axis] as number;
    this.#names.subarray(from, to).sort((a, b) => coordinate(a) - coordinate(b) || a - b);
    this.#cutAxis[node] = axis;
    this.#cutAt[node] = coordinate(this.#names[middle] as number);
    this.#build(points, 2 * node + 1, from, middle);
    this.#build(points, 2 * node + 2, middle, to);
  }

  /** The axis along which the points lie farthest apart; -1 when none differs. */
  #widest(points: Float64Array, from: number, to: number): number {
    let [widest, width] = [-1, 0];
    for (let axis = 0; axis < this.#dimensions; axis += 1) {
      let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let place = from; place < to; place += 1) {
        const value = points[(this.#names[place] as number) * this.#dimensions + axis] as number;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      if (high - low > width) [widest, width] = [axis, high - low];
    }
    return widest;
  }

  #search(node: number): void {
    const axis = this.#cutAxis[node] as number;
    if (axis < 0) return this.#scan(this.#from[node] as number, this.#to[node] as number);
    const beyond = (this.#query[axis] as number) - (this.#cutAt[node] as number);
    const near = beyond < 0 ? 2 * node + 1 : 2 * node + 2;
    this.#search(near);
    // A point just as near on the other side may have the lower index.
    if (beyond * beyond <= this.#distance) this.#search(near === 2 * node + 1 ? 2 * node + 2 : 2 * node + 1);
  }

  #scan(from: number, to: number): void {
    const dimensions = this.#dimensions;
    for (let place = from; place < to; place += 1) {
      let distance = 0;
      for (let axis = 0; axis < dimensions; axis += 1) {
        const difference = (this.#points[place * dimensions + axis] as number) - (this.#query[axis] as number);
        distance += difference * difference;
      }
      const name = this.#names[place] as number;
      if (distance < this.#distance || (distance === this.#distance && name < this.#nearest)) {
        this.#distance = distance;
        this.#nearest = name;
      }
    }
  }
}
