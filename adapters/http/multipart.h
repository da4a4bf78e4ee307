#pragma once
// multipart/form-data (RFC 7578): what a browser or an SDK sends files in.

#include <tl/expected.hpp>

#include "adapters/http/message.h"

namespace dandori::http {

/// One field of a form. Points into the body it was read from.
struct Part {
    std::string name;
    std::optional<std::string> file_name;  ///< UTF-8, without any path
    std::string content_type;              ///< `text/plain` where nothing is said
    std::string_view content;
};

struct MultipartLimits {
    std::size_t parts_max = 1'000;
    std::size_t part_header_bytes_max = 16 * 1024;
};

/// The parts of `body`, in order; otherwise a sentence that says what is wrong with it.
tl::expected<std::vector<Part>, std::string> read_multipart(std::string_view content_type, std::string_view body,
                                                            const MultipartLimits& = {});

}  // namespace dandori::http
