// Writes the console's colours as a stylesheet at build time: at run time Cloudscape would inject a style element,
// which the content security policy forbids.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';

// Loaded by Vite, since the package imports directories, which Node's own loader refuses.
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  ssr: { noExternal: [/@cloudscape-design/] },
  optimizeDeps: { noDiscovery: true },
});
const { generateThemeStylesheet } = await vite.ssrLoadModule('@cloudscape-design/components/theming');
await vite.close();

const both = (light, dark) => ({ light, dark });
const felt = both('#0b6e5f', '#3ddbb8');
const feltDeep = both('#085548', '#6fe8cd');
const theme = {
  tokens: {
    fontFamilyBase: "'Inter Variable', sans-serif",
    fontFamilyMonospace: "'JetBrains Mono Variable', monospace",
    borderRadiusContainer: '12px',
    borderRadiusButton: '8px',
    borderRadiusInput: '8px',
    colorBackgroundLayoutMain: both('#f6f7f5', '#0b1315'),
    colorBackgroundContainerContent: both('#ffffff', '#111c1f'),
    colorBackgroundContainerHeader: both('#ffffff', '#111c1f'),
    colorTextAccent: felt,
    colorTextLinkDefault: felt,
    colorTextLinkHover: feltDeep,
    colorTextButtonNormalDefault: felt,
    colorTextButtonNormalHover: feltDeep,
    colorBorderButtonNormalDefault: felt,
    colorBorderButtonNormalHover: feltDeep,
    colorBackgroundButtonPrimaryDefault: felt,
    colorBackgroundButtonPrimaryHover: feltDeep,
    colorBackgroundButtonPrimaryActive: feltDeep,
    colorTextButtonPrimaryDefault: both('#ffffff', '#0b1315'),
    colorTextButtonPrimaryHover: both('#ffffff', '#0b1315'),
    colorTextButtonPrimaryActive: both('#ffffff', '#0b1315'),
    colorBackgroundControlChecked: felt,
    colorBackgroundItemSelected: both('#f4faf8', '#12302c'),
    colorBorderItemFocused: felt,
    colorBorderItemSelected: felt,
    colorBackgroundSegmentActive: felt,
    colorTextSegmentActive: both('#ffffff', '#0b1315'),
    colorTextLayoutToggleHover: felt,
  },
};

writeFileSync(new URL('../src/app/theme.css', import.meta.url), generateThemeStylesheet({ theme, baseThemeId: 'visual-refresh' }));

// Cloudscape's global styles without their embedded Open Sans: data: fonts break the policy, and Carom has its own.
const globals = readFileSync(new URL('../node_modules/@cloudscape-design/global-styles/index.css', import.meta.url), 'utf8');
writeFileSync(new URL('../src/app/globals.css', import.meta.url), globals.replace(/@font-face\s*{[^}]*}/g, ''));
