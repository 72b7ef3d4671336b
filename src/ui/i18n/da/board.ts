export default {
  title: 'Møder',
} as const;
