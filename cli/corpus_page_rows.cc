// Every text of a report passes `html_escaped` (between tags) or `html_attribute` (in quotes) here; a source file is
// linked to by a percent-encoded relative path, a picture embedded as Base64. Nothing else comes from outside.
#include "cli/corpus_page_rows.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "cli/diagnostics.h"
#include "cli/html_escape.h"
#include "cli/source_info.h"

namespace fubiao {
namespace {

std::string cell(const std::string& html, const char* kind = "") {
  return std::string("<td") + (*kind == '\0' ? "" : std::string(" class=\"") + kind + '"') + '>' + html + "</td>";
}

std::string text_cell(const std::string& text, const char* kind = "") {
  return cell(html_escaped(text), kind);
}

/// A canonical path, which may be broken at its dots.
std::string path_cell(const std::string& path) {
  std::string html;
  for (const char c : html_escaped(path)) {
    html += c;
    if (c == '.') html += "<wbr>";
  }
  return cell(html, "f");
}

/// "none" in the voice of the page, which no report can imitate.
std::string remark(const std::string& text) {
  return "<i>" + text + "</i>";
}

std::string number_cell(const std::optional<int>& number) {
  return cell(number ? std::to_string(*number) : "", "n");
}

std::string value_cell(const std::optional<Decimal>& value, const char* without) {
  return cell(value ? value->to_string() : remark(without), "n");
}

const char* without_truth(MissKind kind) {
  switch (kind) {
    case MissKind::not_there: return "no field";
    case MissKind::not_given: return "null";
    case MissKind::invented: return "none";  // null, or no such field
    case MissKind::wrong:
    case MissKind::taken:  // never listed
    case MissKind::lost: break;
  }
  return "null";
}

const char* without_value(const FieldMiss& miss) {
  return miss.status.empty() ? "absent" : "null";
}

std::string path_of(const PageCase& which) {
  return printable(which.result->path);
}

std::string case_link(const PageCase& which) {
  const std::string name = html_escaped(path_of(which));
  return which.source.empty() ? name : "<a href=\"" + which.source + "\">" + name + "</a>";
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string figure_card(const std::string& name, const std::string& value, const char* kind = "") {
  return "<div class=\"" + std::string(kind) + "\"><dt>" + html_escaped(name) + "</dt><dd>" + value + "</dd></div>\n";
}

std::string of(long part, long whole) {
  return std::to_string(part) + " <small>of " + std::to_string(whole) + "</small>";
}

}  // namespace

std::string shown_seconds(double seconds) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.2f", seconds);
  return text.data();
}

std::string failure_row(const PageCase& which, const std::string& what, const std::string& message) {
  return "<tr>" + cell(case_link(which), "c") + text_cell(what) + text_cell(message, "t") + "</tr>\n";
}

std::string field_row(const PageCase& which, const FieldMiss& miss, long number, const PageLink& link) {
  const CaseResult& result = *which.result;
  const CaseGroups groups = groups_of(result);  // a click on a row of the scoreboard finds the same cases
  const std::string kind(name(miss.kind));
  // Switches between line ends: a name may hold anything else.
  std::string row = "<tr id=\"miss-" + std::to_string(number) + "\" data-kind=\"" + kind + "\" data-format=\"" +
                    html_attribute(groups.format) + "\" data-form=\"" + html_attribute(groups.form) + "\"";
  if (!result.about.switches.empty())
    row += " data-switch=\"" + html_attribute(joined(result.about.switches, "\n")) + "\"";
  if (miss.silent) row += " data-silent";
  row += '>' + cell(case_link(which), "c") + path_cell(miss.field) + cell(kind, kind.c_str()) +
         cell(miss.silent ? "SILENT" : "", "s") + text_cell(miss.text, "t") +
         value_cell(miss.truth, without_truth(miss.kind)) + value_cell(miss.value, without_value(miss)) +
         cell(link.id.empty() ? "" : "<a href=\"#" + link.id + "\">" + link.text + "</a>") + text_cell(miss.status) +
         path_cell(joined(miss.doubts, ", ")) + number_cell(miss.page) + number_cell(miss.table) +
         number_cell(miss.row) + number_cell(miss.column);
  return row + "</tr>\n";
}

std::string other_row(const PageCase& which, const OtherMiss& miss) {
  return "<tr>" + cell(case_link(which), "c") + text_cell(miss.what) + text_cell(miss.truth, "t") +
         text_cell(miss.value, "t") + "</tr>\n";
}

std::string change_row(const PageCase& which, const Change& change) {
  const std::string verdict(name(change.verdict));
  return "<tr>" + cell(case_link(which), "c") + path_cell(change.what) + text_cell(change.accepted, "t") +
         text_cell(change.now, "t") + text_cell(verdict, verdict.c_str()) + "</tr>\n";
}

std::string picture_figure(const PageCase& which, const FieldMiss& miss, long number) {
  const std::string id = std::to_string(number);
  std::string html = "<figure id=\"picture-" + id + "\">\n<figcaption><b>" + html_escaped(miss.field) + "</b>";
  if (miss.page) html += ", page " + std::to_string(*miss.page);
  html += ": " + std::string(name(miss.kind)) + (miss.silent ? ", <strong>silent</strong>" : "") + ". Printed “" +
          html_escaped(miss.text) + "”, truth " +
          (miss.truth ? miss.truth->to_string() : remark(without_truth(miss.kind))) + ", value " +
          (miss.value ? miss.value->to_string() : remark(without_value(miss)));
  if (!miss.doubts.empty()) html += "; in doubt: " + html_escaped(joined(miss.doubts, ", "));
  html += ". <a href=\"#miss-" + id + "\">Back to its row</a></figcaption>\n";
  html += "<img loading=\"lazy\" decoding=\"async\" alt=\"The page around " + html_attribute(miss.field) + " of " +
          html_attribute(path_of(which)) + "\" src=\"data:image/png;base64,";
  return html + base64(miss.picture) + "\">\n</figure>\n";
}

// ---- tables as text art ----------------------------------------------------------------------------------------

namespace {

/// An edge between rows: dashes at a corner. A text could hold the same, but hardly does.
bool is_edge(const std::string& line) {
  return line.find("+----") != std::string::npos;
}

/// What must stand on one line of its cell wherever that was broken: the first characters, up to eight columns.
std::string beginning_of(const std::string& text) {
  std::size_t end = 0;
  while (end < text.size() && end < 8 && text[end] != '\n' && text[end] != ' ') ++end;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

ArtLines lines_of_row(const TableArt& art, int row, const std::string& text_in_it) {
  ArtLines lines;
  int edges = 0;
  for (std::size_t i = 0; i < art.lines.size(); ++i) {
    if (!is_edge(art.lines[i])) continue;
    if (edges == row) lines.first = i + 1;
    if (edges == row + 1) {
      lines.last = i;
      break;
    }
    ++edges;
  }
  // Where every cell goes on through an edge there is nothing to see of it, and the count is off. Better no mark than
  // one on another row.
  const std::string beginning = beginning_of(text_in_it);
  for (std::size_t i = lines.first; i < lines.last; ++i) {
    if (art.lines[i].find(beginning) != std::string::npos) return lines;
  }
  return {};
}

std::string art_id(const PageCase& which, int table) {
  return "table-" + std::to_string(which.number) + '-' + std::to_string(table);
}

std::string art_row_id(const PageCase& which, int table, int row) {
  return "row-" + std::to_string(which.number) + '-' + std::to_string(table) + '-' + std::to_string(row);
}

std::string art_figure(const PageCase& which, int table, const std::map<int, ArtLines>& marks) {
  const TableArt& art = which.result->outcome.tables[static_cast<std::size_t>(table)];
  std::vector<std::string> before(art.lines.size());
  std::vector<std::string> after(art.lines.size());
  for (const auto& [row, lines] : marks) {
    before[lines.first] = "<mark id=\"" + art_row_id(which, table, row) + "\">";
    after[lines.last - 1] = "</mark>";
  }
  std::string html = "<figure id=\"" + art_id(which, table) + "\">\n<figcaption>Table " + std::to_string(table);
  if (!art.pages.empty()) html += art.pages.size() == 1 ? ", page" : ", pages";
  for (const int page : art.pages) html += ' ' + std::to_string(page);
  if (!art.caption.empty()) html += ": " + html_escaped(art.caption);
  html += "</figcaption>\n<pre>";
  for (std::size_t i = 0; i < art.lines.size(); ++i) html += before[i] + html_attribute(art.lines[i]) + after[i] + '\n';
  return html + "</pre>\n</figure>\n";
}

std::string case_head(const PageCase& which) {
  const CaseResult& result = *which.result;
  std::string html = "<h3>" + case_link(which) + "</h3>\n";
  if (!result.about.proves.empty()) html += "<p>" + html_escaped(result.about.proves) + "</p>\n";
  const CaseGroups groups = groups_of(result);
  html += "<p class=\"about\">" + html_escaped(groups.format) + ", form " + html_escaped(groups.form);
  if (!result.about.switches.empty()) html += "; switches: " + html_escaped(joined(result.about.switches, ", "));
  html += "; " + std::to_string(result.score.right) + " fields right, " + shown_seconds(result.seconds) + " s";
  return html + "</p>\n";
}

// ---- the scoreboard --------------------------------------------------------------------------------------------

std::string group_table(const std::string& by, const std::map<std::string, Tally>& groups) {
  struct Column {
    const char* head;
    long Tally::*count;
  };
  static constexpr std::array<Column, 13> columns = {{{"files", &Tally::files},
                                                      {"scored", &Tally::scored},
                                                      {"perfect", &Tally::perfect},
                                                      {"right", &Tally::right},
                                                      {"wrong", &Tally::wrong},
                                                      {"lost", &Tally::lost},
                                                      {"invented", &Tally::invented},
                                                      {"silent", &Tally::silent},
                                                      {"alarms", &Tally::alarms},
                                                      {"failed", &Tally::failed},
                                                      {"heads", &Tally::heads},
                                                      {"checks", &Tally::checks},
                                                      {"tables", &Tally::tables_wrong}}};
  if (groups.empty()) return {};
  std::string html = "<div class=\"wide\"><table class=\"groups\" id=\"by-" + by + "\" data-by=\"" + by +
                     "\">\n<caption>By " + by + "</caption>\n<thead><tr><th scope=\"col\">" + by + "</th>";
  for (const Column& column : columns) html += std::string("<th scope=\"col\" class=\"n\">") + column.head + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& [group, tally] : groups) {
    html += "<tr><th scope=\"row\">" + html_escaped(group) + "</th>";
    for (const Column& column : columns) {
      const long count = tally.*column.count;
      const bool bad = column.count == &Tally::silent && count > 0;
      html += cell(std::to_string(count), bad ? "n bad" : count == 0 ? "n zero" : "n");
    }
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table></div>\n";
}

std::string figures(const Scoreboard& board) {
  const Tally& all = board.all;
  const auto count = [](long number) { return std::to_string(number); };
  std::string html = "<dl class=\"figures\">\n";
  html += figure_card("reports perfect", of(all.perfect, all.scored));
  html += figure_card("fields right", of(all.right, all.right + all.wrong + all.lost + all.invented));
  html += figure_card("wrong", count(all.wrong));
  html += figure_card("lost", count(all.lost));
  html += figure_card("invented", count(all.invented));
  html += figure_card("silent errors", count(all.silent), all.silent > 0 ? "bad" : "good");
  html += figure_card("files that gave no report", of(all.failed, all.files), all.failed > 0 ? "warn" : "");
  html += figure_card("alarms on right fields", count(all.alarms));
  html += figure_card("heads that differ", count(all.heads));
  html += figure_card("checks that differ", count(all.checks));
  html += figure_card("tables right", of(all.tables_right, all.tables_right + all.tables_wrong));
  if (all.unchecked > 0) html += figure_card("truths that wait for a look", count(all.unchecked), "warn");
  html += figure_card("time", shown_seconds(board.seconds) + " <small>s, " + std::to_string(board.jobs) +
                                  (board.jobs == 1 ? " worker" : " workers") + "</small>");
  html += "</dl>\n<h2>Against the accepted results</h2>\n<dl class=\"figures\" id=\"verdicts\">\n";
  for (const auto& [verdict, number] : board.verdicts) {
    const bool bad = verdict == Verdict::worse && number > 0;
    html += figure_card(std::string(name(verdict)), count(number), bad ? "bad" : "");
  }
  html += figure_card("gone", count(board.gone_count), board.gone_count > 0 ? "warn" : "");
  return html + "</dl>\n";
}

}  // namespace fubiao
