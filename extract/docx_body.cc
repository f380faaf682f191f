#include "extract/docx_body.h"

#include <iterator>
#include <utility>

namespace fubiao {

namespace {

void move_to_end(std::vector<Block>& from, std::vector<Block>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

}  // namespace

std::vector<Block> BodyReader::read() {
  Sink sink;
  read_blocks(sink);
  finish(sink);
  return std::move(sink.blocks);
}

void BodyReader::read_blocks(Sink& sink) {
  xml_.each([&](Tag tag) { read_block(tag, sink); });
}

void BodyReader::read_block(Tag tag, Sink& sink) {
  switch (tag) {
    case Tag::p: read_paragraph(sink); break;
    case Tag::tbl: read_table(sink); break;
    case Tag::ins:
    case Tag::moveTo: ++counts_.revisions; [[fallthrough]];
    case Tag::sdt:
    case Tag::sdtContent:
    case Tag::customXml:
    case Tag::smartTag: read_blocks(sink); break;
    case Tag::del:
    case Tag::moveFrom: ++counts_.revisions; break;
    case Tag::altChunk:
    case Tag::subDoc: ++counts_.unread; break;
    default: break;
  }
}

void BodyReader::finish(Sink& sink) {
  if (!sink.carried) return;
  // Nothing follows that the paragraph could run on into: what is left of it stands alone.
  if (!sink.carried->text.empty()) sink.blocks.push_back({std::move(*sink.carried)});
  sink.carried.reset();
  move_to_end(sink.carried_boxes, sink.blocks);
}

std::vector<Block> BodyReader::read_text_box() {
  Fields outer = std::exchange(fields_, {});
  const bool outer_on_paper = std::exchange(on_paper_, false);  // the shape may be filled
  Sink sink;
  read_blocks(sink);
  finish(sink);
  fields_ = std::move(outer);
  on_paper_ = outer_on_paper;
  return std::move(sink.blocks);
}

void BodyReader::find_text_boxes(std::vector<Block>& out) {
  xml_.each([&](Tag tag) {
    if (tag == Tag::txbxContent) {
      std::vector<Block> box = read_text_box();
      move_to_end(box, out);
      return;
    }
    if (tag == Tag::text_path) {
      Paragraph words;
      words.text = xml_.attribute("string").value_or("");
      if (!words.text.empty()) out.push_back({std::move(words)});
      return;
    }
    find_text_boxes(out);
  });
}

}  // namespace fubiao
