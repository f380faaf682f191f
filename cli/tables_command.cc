#include "cli/tables_command.h"

#include <utility>

#include "cli/diagnostics.h"
#include "cli/form_files.h"
#include "cli/source_info.h"
#include "cli/tables_csv.h"
#include "cli/tables_html.h"
#include "cli/tables_markdown.h"
#include "layout/analyze.h"
#include "normalize/report.h"

namespace fubiao {
namespace {

using Parts = std::vector<OutputPart>;

std::vector<ChosenTable> read_tables(const SourceInfo& info, const Document& document, const TablesOptions& options,
                                     const FormSet& forms) {
  if (options.pages) {
    // An empty answer to a page that is not there would be read as "no table on it".
    const std::string missing = what_is_missing(*options.pages, info.pages.value_or(0));
    if (!missing.empty()) complain_about(info.path, missing);
  }
  // The whole document is read, whatever pages are asked for: a table goes on from page to page, and running headers
  // are known by their repetition. With the labels of the forms, as extract does: the numbers of the tables are those
  // of a report.
  return choose_tables(analyze(document, label_question(forms)).tables, options.pages);
}

OutputFormat csv_format(const TablesOptions& options, const FormSet& forms) {
  OutputFormat format;
  // An empty line on standard output: spreadsheets show it, and a reader can split there, for no row is empty.
  format.shape = {.extension = ".csv", .numbered = true, .separator = "\r\n"};
  format.render = [&](const SourceInfo& info, const Document& document, Destination destination) {
    Parts parts;
    for (const ChosenTable& chosen : read_tables(info, document, options, forms)) {
      // A file is opened with a click, in Excel too; what goes through a pipe is read by a program.
      parts.push_back({(destination.file ? std::string(byte_order_mark) : "") + to_csv(chosen.table, options.spans),
                       chosen.number});
    }
    return parts;
  };
  // Rows that are no table would be read as one: standard error and the exit status tell of the failure.
  format.render_failure = [](const SourceInfo&, const Error&, Destination) { return Parts(); };
  return format;
}

OutputFormat markdown_format(const TablesOptions& options, const FormSet& forms) {
  OutputFormat format;
  format.shape = {.extension = ".md", .separator = "\n"};
  format.render = [&](const SourceInfo& info, const Document& document, Destination) {
    return Parts{{to_markdown(info, read_tables(info, document, options, forms), options.spans)}};
  };
  format.render_failure = [](const SourceInfo& info, const Error& error, Destination) {
    return Parts{{to_markdown(info, error)}};
  };
  return format;
}

/// The head of the page, where the page begins.
std::string page_head(const SourceInfo& info, Destination destination) {
  if (!destination.first) return {};
  return html_head(destination.alone ? shown_name(info) : "fubiao tables");
}

OutputFormat html_format(const TablesOptions& options, const FormSet& forms) {
  OutputFormat format;
  format.shape = {.extension = ".html"};
  format.render = [&](const SourceInfo& info, const Document& document, Destination destination) {
    return Parts{{page_head(info, destination) + to_html(info, read_tables(info, document, options, forms))}};
  };
  format.render_failure = [](const SourceInfo& info, const Error& error, Destination destination) {
    return Parts{{page_head(info, destination) + to_html(info, error)}};
  };
  return format;
}

OutputFormat output_format(const TablesOptions& options, const FormSet& forms) {
  switch (options.format) {
    case TablesFormat::csv: return csv_format(options, forms);
    case TablesFormat::markdown: return markdown_format(options, forms);
    case TablesFormat::html: return html_format(options, forms);
    case TablesFormat::json: break;
  }
  return json_format(OutputKind::tables, [&](const SourceInfo& info, const Document& document, JsonStyle style) {
    Layout layout;
    for (ChosenTable& chosen : read_tables(info, document, options, forms))
      layout.tables.push_back(std::move(chosen.table));
    return to_json(info, layout, style);
  });
}

}  // namespace

ExitStatus tables_command(const TablesOptions& options) {
  const KnownForms forms(options.batch.forms_folder);
  return run_batch(options.batch, output_format(options, *forms));
}

}  // namespace fubiao
