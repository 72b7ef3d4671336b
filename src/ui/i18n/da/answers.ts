export default {
  title: 'Svar',
} as const;
