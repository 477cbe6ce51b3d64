import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const presence: MantineColorsTuple = [
  '#eaf5f4',
  '#d4eae8',
  '#a9d5d1',
  '#7cbfba',
  '#52a8a3',
  '#2f918d',
  '#187e7d',
  '#0b6e6e',
  '#085a5a',
  '#054646',
];

/** Greys with a breath of the accent, dark enough from 6 on to be read as text on white. */
const gray: MantineColorsTuple = [
  '#f6f8f8',
  '#eef2f2',
  '#e2e8e8',
  '#d0d9d9',
  '#b4c0c0',
  '#8b9a9a',
  '#5f6f6f',
  '#4a5959',
  '#334040',
  '#1b2727',
];

export const CHART_COLOURS = {
  now: '#0b6e6e',
  before: '#94a3a3',
  grid: '#e2e8e8',
  text: '#4a5959',
  shade: '#eef2f2',
};

export const theme = createTheme({
  colors: { presence, gray },
  primaryColor: 'presence',
  primaryShade: 7,
  black: '#1b2727',
  fontFamily: "'IBM Plex Sans', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  focusRing: 'auto',
  cursorType: 'pointer',
  headings: {
    fontFamily: "'IBM Plex Sans', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } },
    Paper: { defaultProps: { withBorder: true } },
    Anchor: { defaultProps: { underline: 'hover', inherit: true } },
    Table: { defaultProps: { verticalSpacing: 7, horizontalSpacing: 12 } },
  },
});

/** Mantine's own dimmed, placeholder and error colours are too light to be read easily. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#556464',
    '--mantine-color-placeholder': '#5f6f6f',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0b6262',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': '#d0d9d9',
    '--app-ground': '#f4f7f7',
    '--app-line': '#e0e7e7',
  },
  dark: {},
});
