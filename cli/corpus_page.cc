// The page of a corpus run.
//
// - It must be read where it lies: no server, no library, no other file but the reports that it links to. All of it is
//   there without its script, which adds sorting, filters and counts.
// - What a report says is text: rows escape it (corpus_page_rows.cc), and the page forbids itself everything but its
//   own style and script, by their hashes, and embedded pictures (Content-Security-Policy): two locks, either of which
//   would do.
// - The figures stand on top and are known last. So rows wait on disk, one file for each table, and the page is put
//   together at the end.
#include "cli/corpus_page.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "cli/corpus_page_look.h"
#include "cli/corpus_page_rows.h"
#include "cli/diagnostics.h"
#include "cli/html_escape.h"
#include "cli/source_info.h"

namespace fubiao {
namespace {

namespace fs = std::filesystem;

/// Where the link to a source leads from the folder of the page, as text: symbolic links stay as they are, since the
/// browser goes by the names, too. Empty where that cannot be told.
std::string link_to(const std::string& source, const fs::path& page) {
  if (source.empty() || source == "-") return {};
  std::error_code error;
  const fs::path to = fs::absolute(source, error).lexically_normal();
  const fs::path from = error ? fs::path() : fs::absolute(page, error).lexically_normal().parent_path();
  if (error) return {};
  return url_path(to.lexically_relative(from).native());
}

struct PageTable {
  const char* id;
  const char* title;
  const char* empty;
  const char* explained;
  std::vector<const char*> heads;  ///< '#' before those of numbers
};

const std::array<PageTable, 4>& tables() {
  static const std::array<PageTable, 4> all = {{
      {"failures", "Files not read", "None.", "", {"Case", "Error", "Message"}},
      {"fields",
       "Failing fields",
       "Every field is as its truth.",
       "Silent: a wrong or an invented number that no failing check, warning or error lists. Pages count from 1; "
       "tables, "
       "rows and columns from 0, as in the output.",
       {"Case", "Field", "Kind", "Silent", "Printed", "#Truth", "#Value", "Place", "Status", "Doubts", "#Page",
        "#Table", "#Row", "#Col"}},
      {"others", "Other misses", "None.", "", {"Case", "What", "Truth", "Value"}},
      {"changes",
       "Changes against the accepted results",
       "Nothing has changed.",
       "",
       {"Case", "What", "Accepted", "Now", "Verdict"}},
  }};
  return all;
}

std::string head_of(const PageTable& table) {
  std::string html =
      "<div class=\"wide\"><table class=\"rows\" id=\"rows-" + std::string(table.id) + "\">\n<thead><tr>";
  for (const char* name : table.heads) {
    const bool number = *name == '#';
    html += std::string("<th scope=\"col\"") + (number ? " class=\"n\">" : ">") + (number ? name + 1 : name) + "</th>";
  }
  return html + "</tr></thead>\n<tbody>\n";
}

/// Before anything is drawn: rows then wait for the script at the end (corpus_page.css).
constexpr std::string_view kFirstScript = "document.documentElement.className = 'js';";

std::string page_head(const std::string& title) {
  const std::string style(corpus_page_style());
  std::string html =
      "<!DOCTYPE html>\n"
      "<html lang=\"en\">\n"
      "<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-" +
      sha256_base64(kFirstScript) + "' 'sha256-" + sha256_base64(corpus_page_script()) + "'; style-src 'sha256-" +
      sha256_base64(style) +
      "'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += "<title>Corpus run: " + html_escaped(title) + "</title>\n<script>" + std::string(kFirstScript) +
          "</script>\n<style>" + style + "</style>\n</head>\n<body>\n";
  return html + "<h1>Corpus run: " + html_escaped(title) + "</h1>\n";
}

std::string about_list(const std::map<std::string, std::string>& about) {
  if (about.empty()) return {};
  std::string html = "<dl class=\"about\">\n";
  for (const auto& [name, text] : about)
    html += "<div><dt>" + html_escaped(name) + "</dt><dd>" + html_escaped(text) + "</dd></div>\n";
  return html + "</dl>\n";
}

std::string slowest_table(const Scoreboard& board, const fs::path& page) {
  if (board.slowest.empty()) return {};
  std::string html =
      "<h2 id=\"slowest\">Slowest files</h2>\n<div class=\"wide\"><table id=\"rows-slowest\">\n<thead><tr><th "
      "scope=\"col\" class=\"n\">Seconds</th><th scope=\"col\">Case</th></tr></thead>\n<tbody>\n";
  for (const SlowCase& slow : board.slowest) {
    const std::string link = link_to(slow.path, page);
    std::string name = html_escaped(printable(slow.path));
    if (!link.empty()) name = "<a href=\"" + link + "\">" + name + "</a>";
    html += "<tr><td class=\"n\">" + shown_seconds(slow.seconds) + "</td><td class=\"c\">" + name + "</td></tr>\n";
  }
  return html + "</tbody>\n</table></div>\n";
}

std::string gone_list(const Scoreboard& board) {
  if (board.gone_count == 0) return {};
  std::string html = "<h3>Accepted, but not there any more: " + std::to_string(board.gone_count) + "</h3>\n<ul>\n";
  for (const std::string& path : board.gone) html += "<li>" + html_escaped(printable(path)) + "</li>\n";
  if (board.gone_count > static_cast<long>(board.gone.size())) html += "<li>…</li>\n";
  return html + "</ul>\n";
}

/// What is to be shown of the tables of a case, and where each of its misses leads to.
class Arts {
 public:
  explicit Arts(const PageCase& which) : which_(which) {}

  /// To the row of the miss; where it has no place, to all tables.
  PageLink link_for(const FieldMiss& miss) {
    const std::vector<TableArt>& tables = which_.result->outcome.tables;
    if (tables.empty()) return {};
    if (!miss.table || *miss.table < 0 || static_cast<std::size_t>(*miss.table) >= tables.size()) {
      all_ = true;
      return {"tables-" + std::to_string(which_.number), "tables"};
    }
    auto& marks = named_[*miss.table];
    if (miss.row) {
      const ArtLines lines = lines_of_row(tables[static_cast<std::size_t>(*miss.table)], *miss.row, miss.text);
      if (lines.first < lines.last) {
        marks.emplace(*miss.row, lines);
        return {art_row_id(which_, *miss.table, *miss.row), "table"};
      }
    }
    return {art_id(which_, *miss.table), "table"};
  }

  std::string html() const {
    if (named_.empty() && !all_) return {};
    std::string html = "<div id=\"tables-" + std::to_string(which_.number) + "\">\n";
    for (const auto& [table, marks] : named_) html += art_figure(which_, table, marks);
    std::string rest;
    for (int table = 0; all_ && static_cast<std::size_t>(table) < which_.result->outcome.tables.size(); ++table) {
      if (named_.count(table) == 0) rest += art_figure(which_, table, {});
    }
    if (!rest.empty()) {
      html += std::string("<details><summary>") + (named_.empty() ? "All its tables" : "Its other tables") +
              "</summary>\n" + rest + "</details>\n";
    }
    return html + "</div>\n";
  }

 private:
  const PageCase& which_;
  std::map<int, std::map<int, ArtLines>> named_;
  bool all_ = false;
};

}  // namespace

CorpusPage::CorpusPage(fs::path file, std::string title)
    : file_(std::move(file)),
      title_(std::move(title)),
      held_{{{HeldText(file_)}, {HeldText(file_)}, {HeldText(file_)}, {HeldText(file_)}, {HeldText(file_)}}} {}

void CorpusPage::add_row(Part part, const std::string& html) {
  Held& held = held_[part];
  held.rows.add(html);
  ++held.count;
}

void CorpusPage::add(const CaseResult& result) {
  const PageCase which{&result, link_to(result.path, file_), ++cases_};
  if (const auto& failure = result.outcome.failure)
    add_row(failures, failure_row(which, failure->code, failure->message));
  for (const std::string& problem : result.problems) add_row(failures, failure_row(which, "problem", problem));
  for (const OtherMiss& miss : result.other_misses) add_row(others, other_row(which, miss));
  for (const Change& change : result.changes) add_row(changes, change_row(which, change));
  if (!result.misses.empty()) add_fields(which);
}

void CorpusPage::add_fields(const PageCase& which) {
  const std::vector<FieldMiss>& misses = which.result->misses;
  const long before = held_[fields].count;
  std::vector<PageLink> links(misses.size());
  std::string html = "<section id=\"case-" + std::to_string(which.number) + "\">\n" + case_head(which);
  const std::size_t bare = html.size();
  const auto room = [&](std::size_t more) { return evidence_bytes_ + html.size() + more <= most_evidence; };

  Arts arts(which);
  long in_arts = 0;
  for (std::size_t i = 0; i < misses.size(); ++i) {
    const long number = before + static_cast<long>(i) + 1;
    if (misses[i].picture.empty()) {
      links[i] = arts.link_for(misses[i]);
      in_arts += links[i].id.empty() ? 0 : 1;
      continue;
    }
    const std::string figure = picture_figure(which, misses[i], number);
    if (room(figure.size())) {
      html += figure;
      links[i] = {"picture-" + std::to_string(number), "picture"};
    } else {
      ++left_out_;
    }
  }
  const std::string tables_html = arts.html();
  if (room(tables_html.size())) {
    html += tables_html;
  } else {
    left_out_ += in_arts;
    for (std::size_t i = 0; i < misses.size(); ++i) {
      if (misses[i].picture.empty()) links[i] = {};
    }
  }
  for (std::size_t i = 0; i < misses.size(); ++i)
    add_row(fields, field_row(which, misses[i], before + static_cast<long>(i) + 1, links[i]));
  if (html.size() == bare) return;
  evidence_bytes_ += html.size();
  add_row(evidence, html + "</section>\n");
}

std::string CorpusPage::finish(const Scoreboard& board, const std::map<std::string, std::string>& about) {
  WholeFile page(file_);
  page.add(page_head(title_) + about_list(about));
  std::string nav = "<nav aria-label=\"Parts of the page\"><ul>\n<li><a href=\"#groups\">Groups</a></li>\n";
  for (int part = failures; part <= changes; ++part) {
    const long count = held_[static_cast<std::size_t>(part)].count;
    const PageTable& table = tables()[static_cast<std::size_t>(part)];
    nav +=
        "<li><a href=\"#" + std::string(table.id) + "\">" + table.title + "</a> " + std::to_string(count) + "</li>\n";
  }
  nav += "<li><a href=\"#pictures\">Pictures and tables</a></li>\n</ul></nav>\n";
  page.add(nav + "<main>\n" + figures(board) + gone_list(board));
  page.add("<h2 id=\"groups\">Groups</h2>\n" + group_table("format", board.by_format) +
           group_table("form", board.by_form) + group_table("switch", board.by_switch) + slowest_table(board, file_));
  for (const Part part : {failures, changes, fields, others}) add_section(part, page);

  page.add("<h2 id=\"pictures\">Pictures and tables</h2>\n");
  if (held_[evidence].count == 0) page.add("<p>None.</p>\n");
  page.add(held_[evidence].rows);
  if (left_out_ > 0)
    page.add("<p>For " + std::to_string(left_out_) +
             " fields the page was too long for their pictures and tables.</p>\n");
  page.add("</main>\n<script>" + std::string(corpus_page_script()) + "</script>\n</body>\n</html>\n");
  return page.finish();
}

void CorpusPage::add_section(Part part, WholeFile& page) {
  const PageTable& table = tables()[part];
  page.add("<section>\n<h2 id=\"" + std::string(table.id) + "\">" + table.title + "</h2>\n");
  if (held_[part].count == 0) {
    page.add("<p>" + std::string(table.empty) + "</p>\n</section>\n");
    return;
  }
  if (*table.explained != '\0') page.add("<p>" + std::string(table.explained) + "</p>\n");
  page.add(head_of(table));
  page.add(held_[part].rows);
  page.add("</tbody>\n</table></div>\n</section>\n");
}

}  // namespace fubiao
