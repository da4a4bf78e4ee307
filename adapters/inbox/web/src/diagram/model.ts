import { language, named } from '../words/words';

const zeebe = 'http://camunda.org/schema/zeebe/1.0';

/** The deployed XML of a process, read only for what the screens ask of it. */
export class ProcessModel {
  private readonly document: Document;

  constructor(readonly xml: string) {
    this.document = new DOMParser().parseFromString(xml, 'text/xml');
  }

  private element(id: string): Element | null {
    return this.document.querySelector(`[id="${CSS.escape(id)}"]`);
  }

  /** A `zeebe:property` of an element. */
  property(elementId: string, name: string): string | undefined {
    const extensions = [...(this.element(elementId)?.children ?? [])].find(
      (one) => one.localName === 'extensionElements',
    );
    const properties = extensions?.getElementsByTagNameNS(zeebe, 'property') ?? [];
    return [...properties].find((one) => one.getAttribute('name') === name)?.getAttribute('value') ?? undefined;
  }

  /** Under which name the runs of a multi-instance activity have their item of the list. */
  inputElement(elementId: string): string | undefined {
    const loop = this.element(elementId)?.getElementsByTagNameNS(zeebe, 'loopCharacteristics')[0];
    return loop?.getAttribute('inputElement') ?? undefined;
  }

  name(elementId: string): string {
    return this.element(elementId)?.getAttribute('name') || elementId;
  }
}

export interface Outcome {
  value: string;
  label: string;
}

/** Reads `approved=承認,returned=差戻し`: the outcomes of a task in the order of their buttons. */
export function readOutcomes(property: string | undefined): Outcome[] {
  return (property ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [value = '', label] = part.split('=').map((side) => side.trim());
      // The process says it in Japanese; other languages have the dictionary's words where there are some.
      return { value, label: label && language.value === 'ja' ? label : named('o_', value, label || value) };
    });
}
