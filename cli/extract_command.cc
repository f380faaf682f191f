#include "cli/extract_command.h"

#include "cli/form_files.h"
#include "layout/analyze.h"
#include "normalize/report.h"

namespace fubiao {

ExitStatus extract_command(const ExtractOptions& options) {
  const KnownForms known(options.batch.forms_folder);
  const FormSet& forms = *known;
  const auto render = [&](const SourceInfo& info, const Document& document, JsonStyle style) {
    const Layout layout = analyze(document, label_question(forms));
    const Report report = normalize(document, layout, forms);
    return to_json(info, report, options.tables ? &layout : nullptr, style);
  };
  return run_batch(options.batch, json_format(OutputKind::report, render));
}

}  // namespace fubiao
