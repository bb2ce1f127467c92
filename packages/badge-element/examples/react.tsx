import type { ProofmarkBadge, ProofmarkBadgeAttributes, ProofmarkBadgeEventMap } from '@proofmark/badge-element';
import '@proofmark/badge-element/element';
import { type DetailedHTMLProps, type HTMLAttributes, useEffect, useRef } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'proofmark-badge': DetailedHTMLProps<HTMLAttributes<ProofmarkBadge>, ProofmarkBadge> & ProofmarkBadgeAttributes;
    }
  }
}

interface Props {
  readonly address: string;
  readonly title: string;
  readonly onVerdict?: (detail: ProofmarkBadgeEventMap['badge-verdict']['detail']) => void;
}

/** A badge in a React page; on a server, only the link and the picture are rendered. */
export function Badge({ address, title, onVerdict }: Props) {
  const badge = useRef<ProofmarkBadge>(null);
  useEffect(() => {
    const element = badge.current;
    const listener = (event: ProofmarkBadgeEventMap['badge-verdict']) => onVerdict?.(event.detail);
    element?.addEventListener('badge-verdict', listener);
    return () => element?.removeEventListener('badge-verdict', listener);
  }, [onVerdict]);
  return (
    <proofmark-badge ref={badge} src={address}>
      <a href={address}>
        <img alt={`Badge: ${title}`} src={`${address}.svg`} width={160} height={160} />
      </a>
    </proofmark-badge>
  );
}
