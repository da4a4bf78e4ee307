#include "adapters/inbox/static_files.h"

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "adapters/http/text.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/password.h"

namespace dandori::inbox {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t static_bytes_max = 64 * 1024 * 1024;

struct StaticType {
    std::string_view suffix, type;
};
constexpr std::array<StaticType, 7> static_types{{{".html", "text/html; charset=utf-8"},
                                                  {".js", "text/javascript; charset=utf-8"},
                                                  {".css", "text/css; charset=utf-8"},
                                                  {".svg", "image/svg+xml"},
                                                  {".woff2", "font/woff2"},
                                                  {".json", "application/json"},
                                                  {".txt", "text/plain; charset=utf-8"}}};

std::string_view static_type_of(const fs::path& path) {
    for (const auto& each : static_types)
        if (path.extension() == each.suffix) return each.type;
    return {};
}

void add_security_headers(http::Response& response) {
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "same-origin");
}

/// Whether `If-None-Match` (RFC 9110, 13.1.2) names the tag.
bool names_tag(std::string_view list, std::string_view tag) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        auto each = http::trimmed(list.substr(0, comma));
        if (each.starts_with("W/")) each.remove_prefix(2);
        if (each == tag || each == "*") return true;
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return false;
}

bool is_of_the_api(std::string_view path) {
    for (const std::string_view root : {"/api", "/v2"})
        if (path == root || (path.starts_with(root) && path[root.size()] == '/')) return true;
    return false;
}

}  // namespace

StaticFiles::StaticFiles(const fs::path& folder) {
    std::error_code none;
    if (!fs::is_directory(folder, none)) return;
    std::size_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto type = static_type_of(entry.path());
        if (type.empty() || entry.is_symlink() || !entry.is_regular_file()) continue;
        bytes += entry.file_size();
        if (bytes > static_bytes_max)
            throw std::runtime_error("The page's folder '" + folder.string() +
                                     "' holds more than 64 MiB: not the built page.");
        std::ifstream stream(entry.path(), std::ios::binary);
        std::ostringstream content;
        content << stream.rdbuf();
        File file{std::string(type), content.str(), {}};
        file.tag = '"' + sha256_hex(file.content).substr(0, 32) + '"';
        files_.emplace("/" + fs::relative(entry.path(), folder).generic_string(), std::move(file));
    }
}

http::Response StaticFiles::answer(const http::Request& request) const {
    auto response = [&] {
        if (is_of_the_api(request.path)) return not_to_be_seen(request);
        if (request.method != "GET" && request.method != "HEAD") {
            auto refused = refusal(request, 405, "この操作はできません。", "Only GET and HEAD are possible here.");
            refused.headers.emplace_back("Allow", "GET, HEAD");
            return refused;
        }
        const auto found = files_.find(request.path);
        if (request.path.starts_with("/assets/")) {
            if (found == files_.end()) return not_to_be_seen(request);
            return file_answer(request, found->second, "public, max-age=31536000, immutable");
        }
        if (found != files_.end()) return file_answer(request, found->second, "no-cache");
        if (const auto page = files_.find("/index.html"); page != files_.end())
            return file_answer(request, page->second, "no-cache");
        return refusal(request, 404, "画面のファイルがありません。",
                       "The page is not built; the API under /v2 answers.");
    }();
    add_security_headers(response);
    return response;
}

http::Response StaticFiles::file_answer(const http::Request& request, const File& file,
                                        std::string_view cache_control) const {
    http::Response response;
    response.headers = {{"ETag", file.tag}, {"Cache-Control", std::string(cache_control)}};
    if (names_tag(request.header("If-None-Match").value_or(""), file.tag)) {
        response.status = 304;
        return response;
    }
    response.headers.emplace_back("Content-Type", file.type);
    response.body = file.content;
    return response;
}

}  // namespace dandori::inbox
