import { registerMgtAgendaComponent } from '@microsoft/mgt-components/dist/es6/components/mgt-agenda/mgt-agenda.js';
import { Providers, ProviderState, SimpleProvider } from '@microsoft/mgt-element';

/** A page of somebody else's: Graph Toolkit as it comes, and a token found after the `#`. */
const token = location.hash.slice(1);
const nothing = (): Promise<void> => Promise.resolve();
registerMgtAgendaComponent();
const provider = new SimpleProvider(() => Promise.resolve(token), nothing, nothing);
Providers.globalProvider = provider;
provider.setState(ProviderState.SignedIn);
