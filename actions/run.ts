export const name = 'cutover';
