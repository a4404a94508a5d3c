import { ESLint, type Linter } from 'eslint';
import { configs } from 'typescript-eslint';

const laws = jest.requireActual<Linter.Config[]>('../eslint.config.cjs');
const typeless = [...laws, configs.disableTypeChecked as Linter.Config];

/** The laws need no types, and are asked about files that need not exist. */
const quick = new ESLint({ overrideConfigFile: true, overrideConfig: typeless });
const thorough = new ESLint({ overrideConfigFile: true, overrideConfig: laws });

/** The rules that this text would break if it stood in this file. */
export const broken = (filePath: string, code: string) => judge(quick, { filePath, code });

/** The same with the rules that look at types: only for a file that exists, whose text this stands in for. */
export const brokenWithTypes = (filePath: string, code: string) => judge(thorough, { filePath, code });

async function judge(
  eslint: ESLint,
  { filePath, code }: { filePath: string; code: string },
): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  if (!result) throw new Error(`${filePath} is not looked at by lint.`);
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
}
