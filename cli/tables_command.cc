#include "cli/tables_command.h"

#include "layout/analyze.h"
#include "normalize/report.h"

namespace fubiao {

ExitStatus tables_command(const TablesOptions& options) {
  return run_batch(options.batch, json_format(OutputKind::tables,
                                              [](const SourceInfo& info, const Document& document, JsonStyle style) {
                                                // With the labels of the forms, as extract does: `table` in a report is
                                                // the index into this list.
                                                return to_json(info, analyze(document, is_form_label), style);
                                              }));
}

}  // namespace fubiao
