export default {
  title: 'Meld afbud',
} as const;
