#include "extract/xml.h"

#include <climits>

#include <libxml/xmlreader.h>

#include "extract/finding.h"

namespace fubiao {

namespace {

/// The first error that the parser reported.
struct Problem {
  std::string message;  ///< empty: none
  int line = 0;
};

void on_error(void* user, xmlErrorPtr error) {
  auto& problem = *static_cast<Problem*>(user);
  // A prefix without a declaration is told as an error too, but the text is well-formed.
  if (error == nullptr || error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE) return;
  if (!problem.message.empty()) return;
  problem.message = error->message == nullptr ? "" : error->message;
  while (!problem.message.empty() && (problem.message.back() == '\n' || problem.message.back() == ' ')) {
    problem.message.pop_back();
  }
  if (problem.message.empty()) problem.message = "unknown error";
  problem.line = error->line;
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace

struct Xml::Handle {
  Problem problem;
  xmlTextReaderPtr reader = nullptr;
  xmlNodePtr current = nullptr;
  xmlNodePtr root = nullptr;

  ~Handle() {
    if (reader != nullptr) xmlFreeTextReader(reader);
  }
};

Xml::Xml(std::string_view bytes, std::string part, const Limits& limits)
    : handle_(std::make_unique<Handle>()), part_(std::move(part)), depth_limit_(limits.xml_depth) {
  if (bytes.size() > INT_MAX) throw Error(ErrorCode::limit, "the part " + part_ + " is too large");
  // Neither XML_PARSE_NOENT nor XML_PARSE_HUGE: the parser's own guards against entities, depth and giant nodes stay.
  handle_->reader = xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                       XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (handle_->reader == nullptr) throw Error(ErrorCode::damaged, "the part " + part_ + " cannot be read as XML");
  xmlTextReaderSetStructuredErrorHandler(handle_->reader, on_error, &handle_->problem);
}

Xml::~Xml() = default;

void Xml::fail() const {
  const Problem& problem = handle_->problem;
  // libxml2's own guards (256 levels, 10 MB in one node) speak in words only.
  if (problem.message.find("Excessive depth") != std::string::npos ||
      problem.message.find("uge ") != std::string::npos) {
    throw Error(ErrorCode::limit, "the part " + part_ + " goes beyond the limits of the XML reader");
  }
  std::string message = "the part " + part_ + " breaks off or is not well-formed XML";
  if (!problem.message.empty()) message += " (line " + std::to_string(problem.line) + ": " + problem.message + ")";
  for (char& c : message) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  throw Error(ErrorCode::damaged, message);
}

bool Xml::next() {
  while (true) {
    const int result = xmlTextReaderRead(handle_->reader);
    if (result < 0 || !handle_->problem.message.empty()) fail();
    if (result == 0) {
      node_ = Node::none;
      handle_->current = nullptr;
      return false;
    }
    switch (xmlTextReaderNodeType(handle_->reader)) {
      case XML_READER_TYPE_ELEMENT:
        node_ = Node::start;
        empty_ = xmlTextReaderIsEmptyElement(handle_->reader) == 1;
        break;
      case XML_READER_TYPE_END_ELEMENT:
        node_ = Node::end;
        empty_ = false;
        break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        node_ = Node::text;
        empty_ = false;
        break;
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE:
      case XML_READER_TYPE_ENTITY:
        throw Error(ErrorCode::damaged, "the part " + part_ + " holds a document type declaration, which is forbidden");
      default: continue;  // comments, processing instructions
    }
    handle_->current = xmlTextReaderCurrentNode(handle_->reader);
    if (handle_->current == nullptr) fail();
    depth_ = xmlTextReaderDepth(handle_->reader);
    if (depth_ > depth_limit_) throw Error(ErrorCode::limit, "the part " + part_ + " nests its elements too deeply");
    return true;
  }
}

std::string_view Xml::name() const {
  return view(handle_->current->name);
}

const void* Xml::name_key() const {
  return handle_->current->name;
}

std::string_view Xml::namespace_uri() const {
  const xmlNs* ns = handle_->current->ns;
  return ns == nullptr ? std::string_view() : view(ns->href);
}

const void* Xml::root_namespace_key() const {
  // The reader keeps the root element to its end, so that no later declaration can take the address of one there.
  if (handle_->root == nullptr || handle_->current->ns == nullptr) return nullptr;
  // Word declares about 35; the bound keeps a file with thousands of them from costing their number per element.
  int most = 64;
  for (const xmlNs* ns = handle_->root->nsDef; ns != nullptr && most > 0; ns = ns->next, --most) {
    if (ns == handle_->current->ns) return ns;
  }
  return nullptr;
}

std::string_view Xml::text() const {
  return view(handle_->current->content);
}

std::optional<std::string_view> Xml::attribute(std::string_view local_name) const {
  const xmlNode& element = *handle_->current;
  if (element.type != XML_ELEMENT_NODE) return std::nullopt;
  for (const xmlAttr* attribute = element.properties; attribute != nullptr; attribute = attribute->next) {
    if (view(attribute->name) != local_name) continue;
    if (attribute->ns != nullptr && attribute->ns != element.ns &&
        (element.ns == nullptr || view(attribute->ns->href) != view(element.ns->href))) {
      continue;
    }
    return attribute->children == nullptr ? std::string_view() : view(attribute->children->content);
  }
  return std::nullopt;
}

std::string_view Xml::namespace_of(std::string_view prefix) const {
  const std::string name(prefix);
  const xmlNs* ns = xmlSearchNs(handle_->current->doc, handle_->current,
                                name.empty() ? nullptr : reinterpret_cast<const xmlChar*>(name.c_str()));
  return ns == nullptr ? std::string_view() : view(ns->href);
}

bool Xml::preserves_space() const {
  return xmlNodeGetSpacePreserve(handle_->current) == 1;
}

void Xml::to_root() {
  while (next()) {
    if (node_ == Node::start) {
      handle_->root = handle_->current;
      return;
    }
  }
  fail();
}

void Xml::leave(int depth) {
  while (depth_ > depth || (depth_ == depth && node_ != Node::end && !(node_ == Node::start && empty_))) {
    if (!next()) return;
  }
}

std::string Xml::read_text() {
  std::string out;
  if (node_ != Node::start || empty_) return out;
  const int parent = depth_;
  while (next()) {
    if (node_ == Node::end && depth_ <= parent) break;
    if (node_ == Node::text) out += text();
  }
  return out;
}

}  // namespace fubiao
