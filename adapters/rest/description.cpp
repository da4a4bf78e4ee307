#include "adapters/rest/described_rows.h"
#include "adapters/rest/rest.h"

namespace dandori::rest {

extern const std::vector<std::string_view> openapi_parts;  ///< the files in openapi/

std::vector<std::string_view> description_parts() {
    static const std::string rows = described_rows();
    std::vector<std::string_view> parts{rows};
    parts.insert(parts.end(), openapi_parts.begin(), openapi_parts.end());
    return parts;
}

}  // namespace dandori::rest
