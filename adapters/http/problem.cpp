#include "adapters/http/problem.h"

#include "adapters/http/status.h"

namespace dandori::http {

std::string json_string(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string json;
    json.reserve(text.size() + 2);
    json += '"';
    for (const char c : text) {
        switch (c) {
            case '"': json += "\\\""; break;
            case '\\': json += "\\\\"; break;
            case '\n': json += "\\n"; break;
            case '\r': json += "\\r"; break;
            case '\t': json += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    json += "\\u00";
                    json += digits[static_cast<unsigned char>(c) >> 4];
                    json += digits[static_cast<unsigned char>(c) & 15];
                } else {
                    json += c;
                }
        }
    }
    json += '"';
    return json;
}

Response problem(int status, std::string_view title, std::string_view detail, std::string_view instance) {
    Response response;
    response.status = status;
    response.headers.emplace_back("Content-Type", "application/problem+json");
    response.body = R"({"type":"about:blank","title":)" + json_string(title) + R"(,"status":)" +
                    std::to_string(status) + R"(,"detail":)" + json_string(detail) + R"(,"instance":)" +
                    json_string(instance) + "}";
    return response;
}

Response problem(int status, std::string_view detail, const Request& request) {
    const std::string_view title = status == 401   ? "UNAUTHORIZED"
                                   : status == 403 ? "FORBIDDEN"
                                   : status == 404 ? "NOT_FOUND"
                                                   : reason_phrase(status);
    return problem(status, title, detail, request.path);
}

}  // namespace dandori::http
