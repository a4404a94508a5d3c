import { getThemeHtmlAttrs } from '@atlaskit/tokens/get-theme-html-attrs';
import { getThemeStyles } from '@atlaskit/tokens/get-theme-styles';

/** Answers Atlaskit's feature flags, as Jira's own pages do: all off. Without an answer it warns on the console. */
Reflect.set(globalThis, '__PLATFORM_FEATURE_FLAGS__', { booleanResolver: () => false });

export type ColorMode = 'light' | 'dark';

/** What a host sends into the app's page: attributes of `<html>`, and one `<style data-theme>` for each theme. */
export interface PageTheme {
  readonly attributes: Readonly<Record<string, string>>;
  readonly styles: readonly { readonly id: string; readonly css: string }[];
}

/** The themes that Jira has in force today. */
export const themeState = (colorMode: ColorMode) =>
  ({
    colorMode,
    light: 'light',
    dark: 'dark',
    shape: 'shape',
    spacing: 'spacing',
    typography: 'typography',
    motion: 'motion',
  }) as const;

/** Built offline from Atlassian's own tokens. As in Jira, only the colours in force are among the styles. */
export async function pageTheme(colorMode: ColorMode): Promise<PageTheme> {
  const styles = await getThemeStyles(themeState(colorMode));
  return { attributes: htmlAttributes(colorMode), styles: styles.map(({ id, css }) => ({ id, css })) };
}

export const htmlAttributes = (colorMode: ColorMode) => getThemeHtmlAttrs(themeState(colorMode));

/** Every theme the frame itself may be in, as one stylesheet. */
export async function tokenStylesheet(): Promise<string> {
  const themes = await Promise.all([pageTheme('light'), pageTheme('dark')]);
  const sheets = new Map(themes.flatMap(({ styles }) => styles.map(({ id, css }) => [id, css])));
  return [...sheets.values()].join('\n');
}
