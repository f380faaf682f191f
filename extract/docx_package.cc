#include "extract/docx_package.h"

#include <algorithm>

#include "extract/xml.h"

namespace fubiao {

namespace {

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Targets are URI references: relative to the folder of their source, %XX for other bytes (RFC 3986 §5.2.4).
std::string resolve(std::string_view folder, std::string_view target) {
  std::string path;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const int high = target[i] == '%' && i + 2 < target.size() ? hex_digit(target[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(target[i + 2]) : -1;
    if (low >= 0) {
      path += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      path += target[i] == '\\' ? '/' : target[i];
    }
  }
  if (!path.starts_with('/')) path.insert(0, folder);
  std::vector<std::string> steps;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string step = path.substr(at, end - at);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    at = end + 1;
  }
  std::string out;
  for (const std::string& step : steps) out += (out.empty() ? "" : "/") + step;
  return out;
}

/// A part with one element a value, such as the properties.
template <class Visit>
void read_flat_part(Zip& zip, const std::string& part, const Limits& limits, Visit&& visit) {
  if (part.empty() || !zip.contains(part)) return;
  try {
    const std::string bytes = zip.read(part);
    Xml xml(bytes, part, limits);
    xml.to_root();
    xml.each_child([&] { visit(xml); });
  } catch (const Error&) {
    // Nothing there is needed: what was read before the damage stays.
  }
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// "Microsoft Office Word" and "16.0000" give "Microsoft Office Word 16.0"; other writers have their version in the
/// name already, and put the version of Word that they imitate here.
std::string producer_name(const std::string& application, std::string version) {
  if (application.empty() || version.empty() || has_digit(application)) return application;
  const std::size_t point = version.find('.');
  if (point != std::string::npos) {
    while (version.size() > point + 2 && version.back() == '0') version.pop_back();
  }
  return application + " " + version;
}

}  // namespace

std::vector<Relationship> relationships(Zip& zip, std::string_view part, const Limits& limits) {
  const std::string folder = folder_of(part);
  const std::string file = folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  std::vector<Relationship> out;
  if (!zip.contains(file)) return out;
  const std::string bytes = zip.read(file);
  Xml xml(bytes, file, limits);
  xml.to_root();
  xml.each_child([&] {
    const std::string_view type = xml.attribute("Type").value_or("");
    if (xml.attribute("TargetMode").value_or("") == "External") return;
    out.push_back(
        {std::string(type.substr(type.rfind('/') + 1)), resolve(folder, xml.attribute("Target").value_or(""))});
  });
  return out;
}

std::string target_of(const std::vector<Relationship>& relationships, std::string_view type) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [&](const Relationship& relationship) { return relationship.type == type; });
  return found == relationships.end() ? "" : found->target;
}

std::string kind_of_container(Zip& zip) {
  const auto has_folder = [&](std::string_view folder) {
    return std::any_of(zip.names().begin(), zip.names().end(),
                       [&](const std::string& name) { return name.starts_with(folder); });
  };
  if (zip.contains("mimetype")) {
    const std::string type = zip.read("mimetype").substr(0, 100);
    if (type.find("opendocument.text") != std::string::npos) return "an OpenDocument text (.odt)";
    if (type.find("opendocument") != std::string::npos) return "an OpenDocument file";
    if (type.find("epub") != std::string::npos) return "an e-book (.epub)";
  }
  if (has_folder("xl/")) return "an Excel workbook (.xlsx)";
  if (has_folder("ppt/")) return "a PowerPoint presentation (.pptx)";
  if (zip.contains("OFD.xml")) return "an OFD document";
  if (zip.contains("META-INF/MANIFEST.MF")) return "a Java archive";
  if (zip.contains("[Content_Types].xml")) return "an Office Open XML package without a Word document";
  return "a ZIP archive";
}

Properties read_properties(Zip& zip, const std::vector<Relationship>& package, const Limits& limits) {
  Properties out;
  std::string application;
  std::string version;
  read_flat_part(zip, target_of(package, "core-properties"), limits, [&](Xml& xml) {
    const std::string name(xml.name());
    if (name == "title") out.title = trimmed(xml.read_text());
    if (name == "creator") out.author = trimmed(xml.read_text());
  });
  read_flat_part(zip, target_of(package, "extended-properties"), limits, [&](Xml& xml) {
    const std::string name(xml.name());
    if (name == "Company") out.company = trimmed(xml.read_text());
    if (name == "Application") application = trimmed(xml.read_text());
    if (name == "AppVersion") version = trimmed(xml.read_text());
  });
  out.producer = producer_name(application, version);
  return out;
}

}  // namespace fubiao
