/** What the head of every document begins with. The colours are those of the tokens: paper, by light and by dark. */
export function PageHead() {
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f5ef" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#10201b" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    </>
  );
}
