/**
 * What MINPACK's `lmdif` reaches, as scipy 1.17 (`leastsq`) runs it with ftol = xtol = gtol = 1e-14 and factor 100: digits
 * (least log relative error of the parameters) from start 1 and from start 2, with residuals written as here.
 */
export const minpackForward: Readonly<Record<string, readonly [number, number]>> = {
  Bennett5: [5.5, 5.1], Chwirut1: [7.6, 8], Chwirut2: [7.5, 8.7], DanWood: [8.9, 9.9], ENSO: [6.3, 6.2], Eckerle4: [9.8, 9.4], Gauss1: [9.4, 9.5],
  Gauss2: [8.3, 9.1], Gauss3: [8.5, 9.5], Hahn1: [6.1, 6.8], Kirby2: [7.3, 7.7], Lanczos1: [10.6, 10.6], Lanczos3: [4.8, 5.4], Misra1a: [8.9, 9.1],
  Misra1b: [8.1, 8.9], Misra1c: [8.1, 8.3], Misra1d: [9.1, 8.9], Nelson: [6.2, 6.5], Rat42: [8.9, 8.7], Roszman1: [7.2, 7.1], Thurber: [8, 7.8],
};
