import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes } from 'react';

type AnchorParts = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style' | 'color'>;

const RoutedAnchor = createLink(
  forwardRef<HTMLAnchorElement, AnchorParts & AnchorProps>((props, ref) => <Anchor ref={ref} {...props} />),
);
const RoutedButton = createLink(
  forwardRef<HTMLAnchorElement, AnchorParts & ButtonProps>((props, ref) => (
    <Button component="a" ref={ref} {...props} />
  )),
);

/** A link within the dashboard. */
export const TextLink: LinkComponent<typeof RoutedAnchor> = (props) => <RoutedAnchor {...props} />;
/** A link that looks like a button: it goes somewhere, it changes nothing. */
export const ButtonLink: LinkComponent<typeof RoutedButton> = (props) => <RoutedButton {...props} />;
