#include "cli/tables_html.h"

#include <gtest/gtest.h>

#include "make_table.h"
#include "read_tables.h"

namespace fubiao::tests {
namespace {

SourceInfo named(const std::string& path) {
  SourceInfo source;
  source.path = path;
  return source;
}

TEST(TablesHtml, SpansAndCaptions) {
  Table table = make_table(R"(
      甲 | < | 乙
      ^ | ^ | 丙)");
  table.caption = "三、收到 & 处理";
  table.parts = {{3, {}, {}}};
  EXPECT_EQ(to_html(named("a.pdf"), {{1, table}}),
            "<section>\n<h1>a.pdf</h1>\n<h2>Table 1, page 3</h2>\n<table>\n"
            "<caption>三、收到 &amp; 处理</caption>\n"
            "<tr><td rowspan=\"2\" colspan=\"2\">甲</td><td>乙</td></tr>\n"
            "<tr><td>丙</td></tr>\n"
            "</table>\n</section>\n");
}

TEST(TablesHtml, ARowOfCellsFromAboveKeepsItsPlace) {
  const Table table = make_table(R"(
      甲 | 乙
      ^ | ^
      丙 | 丁)");
  EXPECT_NE(to_html(named("a"), {{0, table}}).find("</tr>\n<tr></tr>\n<tr><td>丙</td>"), std::string::npos);
}

TEST(TablesHtml, TextIsEscapedOnOneLine) {
  Table table = make_table("x");
  table.cells.front().text = std::string("<&>\"'\n\r\n\r\t|\x01\x7F") + "\xC2\x85" + "\xFF" + std::string(1, '\0');
  EXPECT_NE(to_html(named("a"), {{0, table}})
                .find("<td>&lt;&amp;&gt;&quot;&#39;<br><br><br>\t|\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD</td>"),
            std::string::npos)
      << to_html(named("a"), {{0, table}});
}

TEST(TablesHtml, NoTablesAndFailuresSaySo) {
  EXPECT_EQ(to_html(named("-"), {}), "<section>\n<h1>standard input</h1>\n<p>No tables to show.</p>\n</section>\n");
  EXPECT_EQ(to_html(named("<a>.pdf"), Error(ErrorCode::encrypted, "it needs a <password>")),
            "<section>\n<h1>&lt;a&gt;.pdf</h1>\n"
            "<p class=\"error\">Error: it needs a &lt;password&gt; (encrypted)</p>\n</section>\n");
}

TEST(TablesHtml, ThePageNamesItsEncodingEarlyAndForbidsScripts) {
  const std::string head = html_head("<a>");
  EXPECT_EQ(head.rfind("<!DOCTYPE html>\n", 0), 0U);
  EXPECT_LT(head.find("<meta charset=\"utf-8\">"), 1024U) << "browsers look no further";
  EXPECT_NE(head.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(head.find("<title>&lt;a&gt;</title>"), std::string::npos);
}

TEST(TablesHtml, IsReadBackByPython) {
  Table hostile = hostile_table();
  hostile.caption = hostile_texts().front();
  hostile.cells.back().text = "line\nbreak";
  const Table merged = make_table(R"(
      甲 | <  | 乙 | 丙
      ^  | ^  | 丁 | ^
      戊 | 己 | <  | ^)");
  const std::vector<Matrix> read =
      read_html(html_head("</title><script>") + to_html(named("<script>"), {{0, hostile}, {1, merged}}));
  EXPECT_EQ(read, (std::vector<Matrix>{matrix_of(hostile, SpanText::repeat), matrix_of(merged, SpanText::repeat)}));
}

}  // namespace
}  // namespace fubiao::tests
