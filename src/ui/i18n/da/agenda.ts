export default {
  title: 'Dagsorden',
} as const;
