#include "extract/zip.h"

#include <algorithm>
#include <array>

#include <zip.h>

namespace fubiao {

struct Zip::Handle {
  zip_t* archive = nullptr;
  ~Handle() {
    if (archive != nullptr) zip_discard(archive);
  }
};

namespace {

// The ratio of unpacked to packed bytes says nothing about small parts: an empty table repeats itself.
constexpr std::uint64_t ratio_free_bytes = 16ull << 20;

std::string folded(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (const char c : name) {
    if (c == '\\') {
      out += '/';
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  out.erase(0, std::min(out.find_first_not_of('/'), out.size()));
  return out;
}

struct OpenFlags {
  zip_flags_t value;
};

/// Null when libzip refuses; `problem` then says why.
zip_t* open_archive(std::string_view bytes, OpenFlags flags, std::string& problem) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = nullptr;
  if (source != nullptr) {
    archive = zip_open_from_source(source, static_cast<int>(flags.value), &error);
    if (archive == nullptr) zip_source_free(source);
  }
  if (archive == nullptr) problem = zip_error_strerror(&error);
  zip_error_fini(&error);
  return archive;
}

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void too_large(std::string_view part) {
  throw Error(ErrorCode::limit, "the part " + std::string(part) + " unpacks to more than the limits allow");
}

}  // namespace

Zip::Zip(std::string_view bytes, const Limits& limits) : handle_(std::make_unique<Handle>()), limits_(limits) {
  std::string problem;
  handle_->archive = open_archive(bytes, {ZIP_RDONLY | ZIP_CHECKCONS}, problem);
  if (handle_->archive == nullptr) {
    const std::string first_problem = problem;
    handle_->archive = open_archive(bytes, {ZIP_RDONLY}, problem);
    if (handle_->archive == nullptr) {
      throw Error(ErrorCode::damaged, "the ZIP container cannot be read (" + problem + ")");
    }
    findings_.push_back({"inconsistent-container",
                         Severity::note,
                         "The ZIP container contradicts itself (" + first_problem +
                             "); the parts read are there once each and their checksums hold.",
                         {},
                         {}});
  }
  const zip_int64_t count = zip_get_num_entries(handle_->archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* raw = zip_get_name(handle_->archive, index, ZIP_FL_ENC_GUESS);
    names_.emplace_back(raw == nullptr ? "" : raw);
    const auto add = [&](auto& map, std::string key) {
      const auto [place, fresh] = map.try_emplace(std::move(key), Place{index, false});
      if (!fresh) place->second.ambiguous = true;
    };
    add(exact_, names_.back());
    add(folded_, folded(names_.back()));
  }
}

Zip::~Zip() = default;

const Zip::Place* Zip::find(std::string_view part) const {
  if (const auto it = exact_.find(std::string(part)); it != exact_.end()) return &it->second;
  if (const auto it = folded_.find(folded(part)); it != folded_.end()) return &it->second;
  return nullptr;
}

bool Zip::contains(std::string_view part) const {
  return find(part) != nullptr;
}

std::string Zip::read(std::string_view part) {
  const std::string name(part);
  const Place* place = find(part);
  if (place == nullptr) throw Error(ErrorCode::damaged, "the part " + name + " is missing");
  if (place->ambiguous) throw Error(ErrorCode::damaged, "the container holds the part " + name + " more than once");

  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(handle_->archive, place->index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) {
    throw Error(ErrorCode::damaged, "the part " + name + " has no size");
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    throw Error(ErrorCode::encrypted, "the part " + name + " is protected by a password");
  }
  if (stat.size > limits_.part_bytes || stat.size > limits_.unpacked_bytes - unpacked_) too_large(name);
  const double packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? static_cast<double>(stat.comp_size) : 0;

  const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(handle_->archive, place->index, 0));
  if (file == nullptr) {
    throw Error(ErrorCode::damaged,
                "the part " + name + " cannot be unpacked (" + zip_strerror(handle_->archive) + ")");
  }
  std::string out;
  out.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(stat.size, ratio_free_bytes)));
  std::array<char, 1 << 15> buffer;
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) {
      throw Error(ErrorCode::damaged,
                  "the part " + name + " cannot be unpacked (" + zip_file_strerror(file.get()) + ")");
    }
    if (got == 0) break;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    unpacked_ += static_cast<std::uint64_t>(got);
    if (out.size() > limits_.part_bytes || unpacked_ > limits_.unpacked_bytes) too_large(name);
    if (out.size() > ratio_free_bytes &&
        static_cast<double>(out.size() - ratio_free_bytes) > limits_.unpack_ratio * packed) {
      too_large(name);
    }
  }
  if (out.size() != stat.size) throw Error(ErrorCode::damaged, "the part " + name + " breaks off");
  return out;
}

}  // namespace fubiao
