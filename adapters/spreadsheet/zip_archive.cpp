#include "adapters/spreadsheet/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <list>
#include <new>

namespace dandori::spreadsheet {
namespace {

constexpr std::size_t ratio_counts_from = 1024 * 1024;
// 1980-01-01 00:00, the first day of zip's calendar.
constexpr zip_uint16_t first_zip_date = (1 << 5) | 1;

std::string size_text(std::uint64_t bytes) { return std::to_string(bytes) + " bytes"; }

}  // namespace

struct ZipArchive::Open {
    struct Discard {
        void operator()(zip_t* archive) const { ::zip_discard(archive); }
        void operator()(zip_source_t* source) const { ::zip_source_free(source); }
        void operator()(zip_file_t* file) const { ::zip_fclose(file); }
    };
    ArchiveLimits limits;
    std::unique_ptr<zip_source_t, Discard> source;  ///< ours besides the archive's own share
    std::unique_ptr<zip_t, Discard> archive;
    std::vector<std::string> names;
    std::list<std::string> replacements;  ///< read only when the archive is written
    std::size_t unpacked = 0;
};

ZipArchive::ZipArchive(std::unique_ptr<Open> open) : open_(std::move(open)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const ArchiveLimits& limits) {
    if (bytes.size() > limits.bytes_max)
        return fail(Failure::Kind::Bounds, "The file has " + size_text(bytes.size()) + "; at most " + size_text(limits.bytes_max) + " are read.");
    auto open = std::make_unique<Open>();
    open->limits = limits;
    zip_error_t error;
    ::zip_error_init(&error);
    // A copy that libzip frees: when an archive is written, 1.7.3 frees what it was read from, also where it isn't its own.
    auto* copy = static_cast<char*>(std::malloc(std::max<std::size_t>(bytes.size(), 1)));
    if (!copy) throw std::bad_alloc();
    std::ranges::copy(bytes, copy);
    open->source.reset(::zip_source_buffer_create(copy, bytes.size(), 1, &error));
    if (open->source) {
        ::zip_source_keep(open->source.get());
        open->archive.reset(::zip_open_from_source(open->source.get(), ZIP_CHECKCONS, &error));
        if (!open->archive) ::zip_source_free(open->source.get());
    }
    const std::string told = ::zip_error_strerror(&error);
    ::zip_error_fini(&error);
    if (!open->archive) return fail(Failure::Kind::Syntax, "The file is no readable zip archive (" + told + ").");
    const auto count = ::zip_get_num_entries(open->archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > limits.entries_max)
        return fail(Failure::Kind::Bounds, "The file has " + std::to_string(count) + " parts; at most " + std::to_string(limits.entries_max) + " are read.");
    for (zip_int64_t index = 0; index < count; ++index) {
        const char* name = ::zip_get_name(open->archive.get(), static_cast<zip_uint64_t>(index), ZIP_FL_ENC_GUESS);
        open->names.emplace_back(name ? name : "");
    }
    return ZipArchive(std::move(open));
}

const std::vector<std::string>& ZipArchive::names() const { return open_->names; }

bool ZipArchive::has(const std::string& name) const { return ::zip_name_locate(open_->archive.get(), name.c_str(), ZIP_FL_ENC_GUESS) >= 0; }

Result<std::string> ZipArchive::read(const std::string& name) {
    const auto index = ::zip_name_locate(open_->archive.get(), name.c_str(), ZIP_FL_ENC_GUESS);
    if (index < 0) return fail(Failure::Kind::Syntax, "The part '" + name + "' is missing.");
    zip_stat_t stat;
    ::zip_stat_init(&stat);
    if (::zip_stat_index(open_->archive.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return fail(Failure::Kind::Syntax, "The part '" + name + "' can't be read.");
    if (stat.encryption_method != ZIP_EM_NONE) return fail(Failure::Kind::Syntax, "The part '" + name + "' is encrypted; save the file without a password.");
    const auto& limits = open_->limits;
    if (stat.size > limits.entry_bytes_max)
        return fail(Failure::Kind::Bounds, "The part '" + name + "' unpacks to " + size_text(stat.size) + "; at most " + size_text(limits.entry_bytes_max) + " are read.");
    if (open_->unpacked + stat.size > limits.unpacked_bytes_max)
        return fail(Failure::Kind::Bounds, "The file unpacks to more than " + size_text(limits.unpacked_bytes_max) + ".");
    if (stat.size > ratio_counts_from && stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > limits.ratio_max)
        return fail(Failure::Kind::Bounds, "The part '" + name + "' unpacks to more than " + std::to_string(limits.ratio_max) + " times its size, as no honest file does.");
    const std::unique_ptr<zip_file_t, Open::Discard> file(::zip_fopen_index(open_->archive.get(), static_cast<zip_uint64_t>(index), 0));
    if (!file) return fail(Failure::Kind::Syntax, "The part '" + name + "' can't be read (" + ::zip_strerror(open_->archive.get()) + ").");
    // One byte more than told, so that the end is reached and its checksum compared.
    std::string content(stat.size + 1, '\0');
    std::size_t filled = 0;
    while (filled < content.size()) {
        const auto got = ::zip_fread(file.get(), content.data() + filled, content.size() - filled);
        if (got < 0) return fail(Failure::Kind::Syntax, "The part '" + name + "' is damaged (" + ::zip_file_strerror(file.get()) + ").");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled != stat.size) return fail(Failure::Kind::Syntax, "The part '" + name + "' is damaged: its size isn't what the file says.");
    content.resize(filled);
    open_->unpacked += filled;
    return content;
}

void ZipArchive::replace(const std::string& name, std::string content) {
    const auto index = ::zip_name_locate(open_->archive.get(), name.c_str(), ZIP_FL_ENC_GUESS);
    const auto& kept = open_->replacements.emplace_back(std::move(content));
    auto* source = ::zip_source_buffer(open_->archive.get(), kept.data(), kept.size(), 0);
    if (index < 0 || !source) return ::zip_source_free(source);
    const auto at = static_cast<zip_uint64_t>(index);
    if (::zip_file_replace(open_->archive.get(), at, source, 0) != 0) return ::zip_source_free(source);
    ::zip_file_set_dostime(open_->archive.get(), at, 0, first_zip_date, 0);
}

Result<std::string> ZipArchive::bytes() && {
    auto open = std::move(open_);
    if (::zip_close(open->archive.get()) != 0)
        return fail(Failure::Kind::Unspecified, std::string("The file can't be written (") + ::zip_strerror(open->archive.get()) + ").");
    (void)open->archive.release();  // closed
    auto* source = open->source.get();
    zip_stat_t stat;
    ::zip_stat_init(&stat);
    if (::zip_source_stat(source, &stat) != 0 || ::zip_source_open(source) != 0) return fail(Failure::Kind::Unspecified, "The written file can't be read back.");
    std::string bytes(stat.size, '\0');
    const auto got = ::zip_source_read(source, bytes.data(), bytes.size());
    ::zip_source_close(source);
    if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) return fail(Failure::Kind::Unspecified, "The written file can't be read back.");
    return bytes;
}

}  // namespace dandori::spreadsheet
