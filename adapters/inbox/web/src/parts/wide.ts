import { useEffect, useState } from 'preact/hooks';

const sideBySide = matchMedia('(min-width: 80em)');

/** The window holds list and pane side by side (1280 px at usual letter size). */
export function useWide(): boolean {
  const [wide, setWide] = useState(sideBySide.matches);
  useEffect(() => {
    const onChange = () => setWide(sideBySide.matches);
    sideBySide.addEventListener('change', onChange);
    return () => sideBySide.removeEventListener('change', onChange);
  }, []);
  return wide;
}
