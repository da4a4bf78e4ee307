#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"

namespace dandori::spreadsheet {

/// Bounds of a file that came from outside.
struct ArchiveLimits {
    std::size_t bytes_max = 10 * 1024 * 1024;  ///< as it came
    std::size_t entries_max = 2'000;
    std::size_t entry_bytes_max = 50 * 1024 * 1024;      ///< of one part, unpacked
    std::size_t unpacked_bytes_max = 100 * 1024 * 1024;  ///< of all parts that are asked for
    std::size_t ratio_max = 200;                         ///< unpacked : packed, of a part of more than a megabyte
};

/// A zip file in memory, whose parts can be read and replaced. Nothing is unpacked that isn't asked for, and never more than the limits.
class ZipArchive {
  public:
    /// Keeps a copy of `bytes`.
    static Result<ZipArchive> open(std::string_view bytes, const ArchiveLimits& = {});
    ZipArchive(ZipArchive&&) noexcept;
    ZipArchive& operator=(ZipArchive&&) noexcept;
    ~ZipArchive();

    /// In the order of the file.
    const std::vector<std::string>& names() const;
    bool has(const std::string& name) const;
    /// Failure where there is none, or it is damaged, encrypted or too large.
    Result<std::string> read(const std::string& name);
    /// What bytes() gives instead of the part of this name; its date becomes 1980-01-01, so that the same change gives the same bytes.
    void replace(const std::string& name, std::string content);
    /// The whole file with what was replaced; every other part as it was, still packed. Ends the use of this.
    Result<std::string> bytes() &&;

  private:
    struct Open;
    explicit ZipArchive(std::unique_ptr<Open>);
    std::unique_ptr<Open> open_;
};

}  // namespace dandori::spreadsheet
