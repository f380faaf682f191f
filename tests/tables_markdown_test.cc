#include "cli/tables_markdown.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "make_table.h"
#include "read_tables.h"

namespace fubiao::tests {
namespace {

SourceInfo named(const std::string& path) {
  SourceInfo source;
  source.path = path;
  return source;
}

std::string one_cell(const std::string& text) {
  Table table = make_table("x");
  table.cells.front().text = text;
  const std::string markdown = to_markdown(named("a"), {{0, table}}, SpanText::blank);
  const std::size_t begin = markdown.find("\n| ") + 3;
  return markdown.substr(begin, markdown.find(" |\n") - begin);
}

TEST(TablesMarkdown, HeadingsAndPipeTables) {
  Table first = make_table(R"(
      项 | 数 | <
      甲 | 1 | 2)");
  first.caption = "二、主动公开";
  first.parts = {{3, {}, {}}, {4, {}, {}}};
  const Table second = make_table("乙 | 丙");
  EXPECT_EQ(to_markdown(named("2023/report.pdf"), {{0, first}, {2, second}}, SpanText::blank),
            "# 2023/report.pdf\n\n"
            "## Table 0, pages 3–4: 二、主动公开\n\n"
            "| 项 | 数 |  |\n"
            "| --- | --- | --- |\n"
            "| 甲 | 1 | 2 |\n"
            "\n"
            "## Table 2\n\n"
            "| 乙 | 丙 |\n"
            "| --- | --- |\n");
  EXPECT_NE(to_markdown(named("a"), {{0, first}}, SpanText::repeat).find("| 项 | 数 | 数 |\n"), std::string::npos);
}

TEST(TablesMarkdown, NoTablesAndFailuresSaySo) {
  EXPECT_EQ(to_markdown(named("-"), {}, SpanText::blank), "# standard input\n\nNo tables to show.\n");
  EXPECT_EQ(to_markdown(named("a_b.pdf"), Error(ErrorCode::encrypted, "it needs a <password>")),
            "# a\\_b.pdf\n\nError: it needs a &lt;password&gt; (encrypted)\n");
}

TEST(TablesMarkdown, EscapesWhatMeansSomething) {
  EXPECT_EQ(one_cell("a|b"), "a\\|b");
  EXPECT_EQ(one_cell("a\\"), "a\\\\");
  EXPECT_EQ(one_cell("<b>&"), "&lt;b&gt;&amp;");
  EXPECT_EQ(one_cell("*_`[]~#$"), "\\*\\_\\`\\[\\]\\~\\#\\$");
  EXPECT_EQ(one_cell("a\nb\r\nc\rd"), "a<br>b<br>c<br>d");
  EXPECT_EQ(one_cell("a\tb\x01"), "a b ");
  EXPECT_EQ(one_cell("-3"), "-3");
}

TEST(TablesMarkdown, AHostileNameStaysInItsHeading) {
  EXPECT_EQ(to_markdown(named("a\n# b\x1B[2J"), {}, SpanText::blank),
            "# a\\\\x0a\\# b\\\\x1b\\[2J\n\nNo tables to show.\n");
}

/// The text of an HTML fragment as cmark-gfm writes it.
std::string unescaped(std::string text) {
  const std::vector<std::pair<std::string, std::string>> entities = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [entity, character] : entities) {
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, entity.size(), character);
  }
  return text;
}

TEST(TablesMarkdown, IsReadAsPlainTextByGitHubsOwnParser) {
  if (std::system("cmark-gfm --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "needs cmark-gfm";
  Table table = hostile_table();
  table.caption = "*1*. [甲](乙) <b> #";
  const std::string html = html_of_markdown(to_markdown(named("- a #"), {{0, table}}, SpanText::blank));
  EXPECT_NE(html.find("<h1>- a #</h1>"), std::string::npos) << html;
  EXPECT_NE(html.find("<h2>Table 0: *1*. [甲](乙) &lt;b&gt; #</h2>"), std::string::npos) << html;
  std::vector<std::string> cells;
  for (const std::string tag : {"th>", "td>"}) {
    for (std::size_t at = html.find("<" + tag); at != std::string::npos; at = html.find("<" + tag, at + 1)) {
      const std::size_t begin = at + 4;
      cells.push_back(unescaped(html.substr(begin, html.find("</" + tag, begin) - begin)));
    }
  }
  std::vector<std::string> expected;
  for (const auto& row : matrix_of(table, SpanText::blank)) expected.insert(expected.end(), row.begin(), row.end());
  EXPECT_EQ(cells, expected);
}

}  // namespace
}  // namespace fubiao::tests
