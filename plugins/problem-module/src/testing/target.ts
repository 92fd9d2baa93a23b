export const target = 0.75;
