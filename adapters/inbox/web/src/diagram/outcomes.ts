import { useMemo } from 'preact/hooks';
import { useQuery } from '../server/query';
import { processXml } from '../server/requests';
import { language, named } from '../words/words';
import { ProcessModel, readOutcomes } from './model';

/** What an element's outcome is called: as its button is, when the process gives it a label. */
export function useOutcomeWords(processDefinitionKey: string): (elementId: string, outcome: string) => string {
  const xml = useQuery(['xml', processDefinitionKey], () => processXml(processDefinitionKey), { refresh: false });
  const model = useMemo(() => (xml.data ? new ProcessModel(xml.data) : undefined), [xml.data, language.value]);
  return (elementId, outcome) =>
    readOutcomes(model?.property(elementId, 'approval.outcomes')).find((one) => one.value === outcome)?.label ??
    named('o_', outcome, outcome);
}
