#include "adapters/postgres/address.h"

#include <libpq-fe.h>

#include <map>
#include <memory>

namespace dandori::postgres {
namespace {

using Options = std::map<std::string, std::string>;

// A peer that is gone without a word is noticed after half a minute.
const Options time_limits{{"connect_timeout", "10"},    {"keepalives_idle", "10"},   {"keepalives_interval", "5"},
                          {"keepalives_count", "3"},    {"tcp_user_timeout", "30000"}};

bool is_url(std::string_view text) { return text.starts_with("postgres://") || text.starts_with("postgresql://"); }

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_code = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
        decoded += is_code ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
        if (is_code) i += 2;
    }
    return decoded;
}

/// Takes `schema=NAME` out, which libpq doesn't know.
std::string take_schema(std::string& text) {
    const bool url = is_url(text);
    std::size_t begin = url ? text.find('?') : 0;
    while (begin != std::string::npos) {
        if (url || begin != 0) ++begin;
        const auto end = text.find(url ? '&' : ' ', begin);
        const auto part = text.substr(begin, end == std::string::npos ? end : end - begin);
        if (part.starts_with("schema=")) {
            text.erase(begin - (begin > 0 && end == std::string::npos ? 1 : 0),
                       part.size() + (begin > 0 || end != std::string::npos ? 1 : 0));
            const auto name = part.substr(7);
            return url ? percent_decoded(name) : name;
        }
        begin = end;
    }
    return "";
}

std::string quoted_value(const std::string& value) {
    std::string result = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\') result += '\\';
        result += c;
    }
    return result + "'";
}

std::string described(const Options& options, const std::string& schema) {
    const auto value = [&](const char* name) {
        const auto found = options.find(name);
        return found == options.end() ? std::string() : found->second;
    };
    std::string text = value("host").empty() && !value("service").empty() ? "service=" + value("service") : "postgres://";
    if (text.ends_with("/")) {
        if (!value("user").empty()) text += value("user") + "@";
        text += value("host").empty() ? value("hostaddr") : value("host");
        if (!value("port").empty()) text += ":" + value("port");
        text += "/" + value("dbname");
    }
    return schema.empty() ? text : text + ", schema " + schema;
}

}  // namespace

bool is_address(std::string_view text) { return is_url(text) || text.starts_with("service="); }

Result<Address> read_address(const std::string& text) {
    std::string rest = text;
    Address address;
    address.schema = take_schema(rest);
    char* complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(PQconninfoParse(rest.c_str(), &complaint), PQconninfoFree);
    if (complaint) PQfreemem(complaint);  // may repeat the password
    if (!parsed)
        return fail(Failure::Kind::Syntax,
                    "The address of the PostgreSQL store can't be read; postgres://USER@HOST:PORT/DATABASE?sslmode=verify-full or service=NAME "
                    "is expected, with libpq's parameters and schema=NAME behind '?'. Special characters must be percent-encoded.");
    Options options;
    for (const auto* option = parsed.get(); option->keyword; ++option)
        if (option->val) options[option->keyword] = option->val;
    address.described = described(options, address.schema);
    options.insert(time_limits.begin(), time_limits.end());
    for (const auto& [name, value] : options) address.connection += name + "=" + quoted_value(value) + " ";
    return address;
}

}  // namespace dandori::postgres
