import Viewer from 'bpmn-js/lib/Viewer';
import MoveCanvas from 'diagram-js/lib/navigation/movecanvas';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useKeys } from '../parts/keys';
import { t } from '../words/words';
import type { Step } from './steps';

interface Props {
  xml: string;
  name: string;
  steps: Step[];
  takenFlows: string[];
  selected: string | undefined;
  onSelect: (elementId: string) => void;
}

interface Canvas {
  addMarker(id: string, marker: string): void;
  zoom(level?: number | 'fit-viewport', center?: 'auto'): number;
  scroll(delta: { dx: number; dy: number }): void;
  scrollToElement(id: string, padding?: number): void;
}
interface Overlays {
  add(id: string, overlay: { position: object; html: HTMLElement }): void;
  clear(): void;
}
interface Registry {
  get(id: string): unknown;
  forEach(visit: (element: { id: string }) => void): void;
}

const stepMarkers = ['passed', 'here', 'failed', 'withdrawn'];
const panPx = 60;
const zoomMax = 4;
const zoomMin = 0.2;

function mark(viewer: Viewer, { steps, takenFlows, selected }: Props): void {
  const canvas = viewer.get<Canvas & { removeMarker(id: string, marker: string): void }>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  overlays.clear();
  registry.forEach(({ id }) => {
    for (const marker of [...stepMarkers, 'taken', 'selected-step']) canvas.removeMarker(id, marker);
  });
  for (const flow of takenFlows) if (registry.get(flow)) canvas.addMarker(flow, 'taken');
  // The last visit of an element says how it is now.
  for (const step of new Map(steps.map((one) => [one.elementId, one])).values()) {
    if (!registry.get(step.elementId)) continue;
    canvas.addMarker(step.elementId, step.state);
    if ((step.state !== 'here' && step.state !== 'failed') || step.technical) continue;
    const html = document.createElement('span');
    html.className = `flag ${step.state}`;
    html.textContent = t(step.state === 'here' ? 'step_here' : 'step_failed');
    overlays.add(step.elementId, { position: { top: -14, left: 4 }, html });
  }
  if (selected && registry.get(selected)) canvas.addMarker(selected, 'selected-step');
}

/** The process drawn by bpmn-js with what was passed and where it is. The same stands beside it as text. */
export default function Diagram(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer | null>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  const canvas = () => viewer.current?.get<Canvas>('canvas');
  const here = props.steps.findLast((step) => (step.state === 'here' || step.state === 'failed') && !step.technical);

  useEffect(() => {
    if (!box.current) return undefined;
    const drawn = new Viewer({ container: box.current, additionalModules: [MoveCanvas] });
    viewer.current = drawn;
    drawn.on('element.click', ({ element }: { element: { id: string } }) => props.onSelect(element.id));
    drawn
      .importXML(props.xml)
      .then(() => setState('drawn'))
      .catch(() => setState('failed'));
    return () => {
      viewer.current = null;
      drawn.destroy();
    };
  }, [props.xml]);

  useEffect(() => {
    if (state !== 'drawn') return;
    canvas()?.zoom('fit-viewport', 'auto');
    // A picture too small to read starts where the case is.
    if ((canvas()?.zoom() ?? 1) < 0.5 && here) goHere();
  }, [state]);

  useEffect(() => {
    if (state === 'drawn' && viewer.current) mark(viewer.current, props);
  }, [state, props.steps, props.takenFlows, props.selected]);

  useEffect(() => {
    if (state !== 'drawn' || !props.selected) return;
    const registry = viewer.current?.get<Registry>('elementRegistry');
    if (registry?.get(props.selected)) canvas()?.scrollToElement(props.selected, 80);
  }, [state, props.selected]);

  function zoomBy(factor: number): void {
    const now = canvas()?.zoom() ?? 1;
    canvas()?.zoom(Math.min(zoomMax, Math.max(zoomMin, now * factor)), 'auto');
  }
  const fit = () => void canvas()?.zoom('fit-viewport', 'auto');
  function goHere(): void {
    if (!here) return;
    canvas()?.zoom(0.8, 'auto');
    canvas()?.scrollToElement(here.elementId, 120);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [panPx, 0],
      ArrowRight: [-panPx, 0],
      ArrowUp: [0, panPx],
      ArrowDown: [0, -panPx],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    canvas()?.scroll({ dx: move[0], dy: move[1] });
  }

  useKeys({ '+': () => zoomBy(1.25), '-': () => zoomBy(0.8), '0': fit });

  return (
    <figure class="diagram">
      <div class="tools">
        <button type="button" onClick={fit}>
          {t('zoom_fit')}
        </button>
        <button type="button" onClick={() => zoomBy(1.25)}>
          {t('zoom_in')}
        </button>
        <button type="button" onClick={() => zoomBy(0.8)}>
          {t('zoom_out')}
        </button>
        {here && (
          <button type="button" onClick={goHere}>
            {t('to_here')}
          </button>
        )}
      </div>
      {state === 'failed' && <p role="alert">{t('diagram_failed')}</p>}
      <div
        class="canvas"
        role="application"
        tabIndex={0}
        aria-label={t('diagram_of', { name: props.name })}
        aria-describedby="diagram-keys"
        onKeyDown={onKeyDown}
        ref={box}
      />
      <figcaption>
        <p class="legend">
          <span class="sample passed" aria-hidden="true" /> {t('legend_passed')}
          <span class="sample here" aria-hidden="true" /> {t('legend_here')}
          <span class="sample failed" aria-hidden="true" /> {t('legend_failed')}
        </p>
        <p class="quiet small" id="diagram-keys">
          {t('diagram_keys')}
        </p>
      </figcaption>
    </figure>
  );
}
