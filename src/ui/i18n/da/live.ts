export default {
  writes: '{{name}} skriver her nu',
  alsoHere_one: '{{names}} skriver også i punktet nu. Linjer, som kun én af jer retter, flettes, når I gemmer; resten viser vi side om side.',
  alsoHere_other: '{{names}} skriver også i punktet nu. Linjer, som kun én af jer retter, flettes, når I gemmer; resten viser vi side om side.',
  changed: 'Dagsordenen er ændret.',
  changedBy: 'Dagsordenen er ændret af {{names}}.',
  lost: 'Punktet, du skriver i, er imens taget af dagsordenen eller lukket af en anden. Din tekst står her stadig: kopiér den, før du annullerer.',
};
