const PETALS = [0, 45, 90, 135, 180, 225, 270, 315];

/** The star anise: eight carpels, each with its seed cut out. Takes the current colour; decorative beside the name. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 64 64" fill="currentColor" fillRule="evenodd" aria-hidden="true">
      {PETALS.map((angle) => (
        <path
          key={angle}
          transform={`rotate(${angle} 32 32)`}
          d="M32 30.5C26.6 23 26.8 11.5 32 3c5.2 8.5 5.4 20 0 27.5Zm0-9c1.7-2.9 1.7-6.3 0-9.2-1.7 2.9-1.7 6.3 0 9.2Z"
        />
      ))}
    </svg>
  );
}
