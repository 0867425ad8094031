import type { Document, Premise, Proof } from '@guankao/domain';

/** The proof with the printed words beside each place. */
export function quoted({ text }: Document, { premises, readings }: Proof): Proof {
  const words = <T extends Pick<Extract<Premise, { is: 'words' }>, 'text' | 'span'>>(one: T): T => ({
    ...one,
    text: text.slice(one.span.start, one.span.end),
  });
  return {
    premises: premises.map((premise) => {
      if (premise.is === 'count') return { ...premise, of: premise.of.map(words) };
      return 'span' in premise ? words(premise) : premise;
    }),
    readings,
  };
}
