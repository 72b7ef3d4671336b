// The stage that takes a paper in, as the app shows it, with the commands that read it; under it, what was read, as the app shows texts.
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { Suspense, useState, type ComponentProps } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { Commands, Intake } from '../../../src/commands/commands.ts';
import { takeInFile, takeInText } from '../../../src/commands/takeIn.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { PaperStage } from '../../../src/ui/intake/PaperStage.tsx';
import { Prose } from '../../../src/ui/prose/Prose.tsx';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import type { Draft } from '../../../src/ui/kit/useDraft.ts';

const commands = {
  intake: {
    takeInText: (text) => takeInText(text, () => crypto.randomUUID()),
    takeInFile: (file, options) => takeInFile(file, options, () => crypto.randomUUID()),
  },
} satisfies Partial<Commands>;

function useText(): Draft {
  const [text, setText] = useState('');
  return { text, ready: true, restored: false, change: setText, drop: () => setText('') };
}

function TakingIn() {
  const [intake, setIntake] = useState<Intake | null>(null);
  return (
    <>
      <PaperStage event={{} as ComponentProps<typeof PaperStage>['event']} paper={useText()} pasted={useText()} onRead={setIntake} onResume={null} />
      {intake && (
        <main>
          <pre>{intake.source}</pre>
          {intake.agenda.items.map((item) => (
            <section key={item.id}>
              <h2>{item.title}</h2>
              <Prose text={item.sections.map(({ text }) => text).join('\n\n')} />
            </section>
          ))}
        </main>
      )}
    </>
  );
}

const i18n = await createI18n('da');
const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(
  <I18nextProvider i18n={i18n}>
    <FluentProvider theme={webLightTheme}>
      <CommandsProvider commands={commands as unknown as Commands}>
        <Suspense>
          <TakingIn />
        </Suspense>
      </CommandsProvider>
    </FluentProvider>
  </I18nextProvider>,
);
