export default {
  title: 'Mine møder',
} as const;
