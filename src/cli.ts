import { Command } from 'commander';
import { addAuditCommand } from './command-line/audit-command.js';
import { addDomainCommands } from './command-line/domain-commands.js';
import { addContractCommands } from './command-line/contract-commands.js';
import { addEvaluateCommand } from './command-line/evaluate-command.js';
import { addKeyCommands } from './command-line/key-commands.js';
import { addMeasuresCommand } from './command-line/measures-command.js';
import { addOperatorCommands } from './command-line/operator-commands.js';
import { addTrackCommands } from './command-line/track-commands.js';
import { addPartnershipCommands } from './command-line/partnership-commands.js';
import { addSettleCommand } from './command-line/settle-command.js';
import { addSettlementCommand } from './command-line/settlement-command.js';

const program = new Command('naervaer')
  .description(
    'Commands for operators and scripts. They work on the configured database, starting the embedded one when no server runs.',
  )
  .option('--json', 'print one JSON document')
  .showHelpAfterError();
addOperatorCommands(program);
addDomainCommands(program);
addMeasuresCommand(program);
addKeyCommands(program);
addContractCommands(program);
addAuditCommand(program);
addPartnershipCommands(program);
addTrackCommands(program);
addSettleCommand(program);
addSettlementCommand(program);
addEvaluateCommand(program);
// `--json` may stand after the command too.
for (const command of program.commands) allowJson(command);
await program.parseAsync();

function allowJson(command: Command): void {
  if (command.commands.length === 0) command.option('--json', 'print one JSON document');
  for (const inner of command.commands) allowJson(inner);
}
