/** The mark: an n that begins with a presence. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="8" fill="#0b6e6e" />
    <path
      d="M10 23v-6.500a6 6 0 0 1 12 0V23"
      fill="none"
      stroke="#fff"
      strokeWidth="3.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <circle cx="10" cy="9.400" r="2.300" fill="#8fd8cd" />
  </svg>
);
