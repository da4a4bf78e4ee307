#include "adapters/rest/body.h"

#include <boost/json.hpp>
#include <charconv>
#include <cmath>

#include "adapters/http/json_body.h"
#include "engine/state/definition.h"

namespace dandori::rest {
namespace {

tl::unexpected<Failure> refuse_member(const std::string& member, std::string_view expected,
                                      const boost::json::value& found) {
    return fail(Failure::Kind::Syntax,
                "'" + member + "' must be " + std::string(expected) + ", found " + described(found) + ".");
}

}  // namespace

std::string described(const boost::json::value& value) {
    switch (value.kind()) {
        case boost::json::kind::null: return "null";
        case boost::json::kind::bool_: return value.get_bool() ? "true" : "false";
        case boost::json::kind::int64:
        case boost::json::kind::uint64: return "the number " + boost::json::serialize(value);
        case boost::json::kind::double_: return "a fraction";
        case boost::json::kind::array: return "a list";
        case boost::json::kind::object: return "an object";
        case boost::json::kind::string: break;
    }
    const auto& text = value.get_string();
    return text.size() <= 40 ? "the text " + boost::json::serialize(value)
                             : "a text of " + std::to_string(text.size()) + " bytes";
}

std::optional<std::int64_t> key_of(std::string_view text) {
    constexpr std::size_t digits_max = 25;
    if (text.size() > digits_max) return {};
    std::int64_t key = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), key);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return key;
}

Result<std::int64_t> read_key(const boost::json::value& value, const std::string& member) {
    if (value.is_int64()) return value.get_int64();
    if (value.is_string())
        if (const auto key = key_of(value.get_string())) return *key;
    return refuse_member(member, "a key (a decimal number in quotes)", value);
}

Result<std::string> read_text(const boost::json::value& value, const std::string& member) {
    if (!value.is_string()) return refuse_member(member, "a text", value);
    return std::string(value.get_string());
}

Result<std::int64_t> read_integer(const boost::json::value& value, const std::string& member) {
    if (value.is_int64()) return value.get_int64();
    // 3.0 and 3e2 are whole numbers, too, as long as a double can tell one from the next.
    constexpr double exact_max = 9'007'199'254'740'992.0;
    if (const auto* number = value.if_double(); number && *number == std::trunc(*number) && std::abs(*number) < exact_max)
        return static_cast<std::int64_t>(*number);
    return refuse_member(member, "a whole number", value);
}

Result<Instant> read_time(const boost::json::value& value, const std::string& member) {
    if (value.is_string())
        if (const auto time = instant_from_iso8601(value.get_string())) return *time;
    return refuse_member(member, "a time like 2026-01-31T12:00:00Z", value);
}

Result<std::vector<std::string>> read_text_list(const boost::json::value& value, const std::string& member) {
    if (!value.is_array()) return refuse_member(member, "a list of texts", value);
    std::vector<std::string> list;
    for (const auto& each : value.get_array()) {
        if (!each.is_string()) return refuse_member(member, "a list of texts", each);
        list.emplace_back(each.get_string());
    }
    return list;
}

Result<Body> Body::of(const boost::json::value& value, std::string_view source, std::string prefix) {
    if (!value.is_null() && !value.is_object()) {
        return fail(Failure::Kind::Syntax,
                    (prefix.empty() ? "The body" : "'" + prefix.substr(0, prefix.size() - 1) + "'") +
                        " must be an object, found " + described(value) + ".");
    }
    Body body;
    if (value.is_object()) body.object_ = value.get_object();
    body.source_ = source;
    body.prefix_ = std::move(prefix);
    return body;
}

const boost::json::value* Body::find(std::string_view name) {
    known_.emplace(name);
    const auto* value = object_.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

Result<std::string> Body::required_text(std::string_view name) {
    auto value = TRY(text(name));
    if (!value || value->empty())
        return fail(Failure::Kind::Syntax, "'" + full_name(name) + "' is missing; a text is needed.");
    return std::move(*value);
}

Result<std::optional<std::string>> Body::text(std::string_view name) {
    const auto* value = find(name);
    if (!value) return std::optional<std::string>{};
    return std::optional<std::string>{TRY(read_text(*value, full_name(name)))};
}

Result<std::optional<std::int64_t>> Body::integer(std::string_view name, std::int64_t least, std::int64_t most) {
    const auto* value = find(name);
    if (!value) return std::optional<std::int64_t>{};
    const auto number = TRY(read_integer(*value, full_name(name)));
    if (number < least || number > most) {
        return fail(Failure::Kind::Bounds, "'" + full_name(name) + "' must be from " + std::to_string(least) + " to " +
                                               std::to_string(most) + ", found " + std::to_string(number) + ".");
    }
    return std::optional<std::int64_t>{number};
}

Result<std::int64_t> Body::required_integer(std::string_view name, std::int64_t least, std::int64_t most) {
    const auto value = TRY(integer(name, least, most));
    if (!value) return fail(Failure::Kind::Syntax, "'" + full_name(name) + "' is missing; a whole number is needed.");
    return *value;
}

Result<bool> Body::truth(std::string_view name, bool otherwise) {
    const auto* value = find(name);
    if (!value) return otherwise;
    if (!value->is_bool()) return refuse_member(full_name(name), "true or false", *value);
    return value->get_bool();
}

Result<std::optional<std::vector<std::string>>> Body::text_list(std::string_view name) {
    const auto* value = find(name);
    if (!value) return std::optional<std::vector<std::string>>{};
    return std::optional<std::vector<std::string>>{TRY(read_text_list(*value, full_name(name)))};
}

Result<std::optional<Instant>> Body::time(std::string_view name) {
    const auto* value = find(name);
    if (!value) return std::optional<Instant>{};
    return std::optional<Instant>{TRY(read_time(*value, full_name(name)))};
}

Result<engine::Json> Body::object_text(std::string_view name) {
    const auto* value = find(name);
    if (!value) return engine::Json{"{}"};
    if (!value->is_object()) return refuse_member(full_name(name), "an object", *value);
    return engine::Json{std::string(http::json_member_text(source_, name).value_or("{}"))};
}

Result<std::optional<Body>> Body::object(std::string_view name) {
    const auto* value = find(name);
    if (!value) return std::optional<Body>{};
    const auto text = http::json_member_text(source_, name).value_or("");
    return std::optional<Body>{TRY(of(*value, text, full_name(name) + "."))};
}

Result<std::vector<Body>> Body::objects(std::string_view name) {
    std::vector<Body> bodies;
    const auto* value = find(name);
    if (!value) return bodies;
    if (!value->is_array()) return refuse_member(full_name(name), "a list of objects", *value);
    const auto& list = value->get_array();
    auto texts = http::json_element_texts(http::json_member_text(source_, name).value_or(""));
    texts.resize(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        bodies.push_back(TRY(of(list[i], texts[i], full_name(name) + "[" + std::to_string(i) + "].")));
    return bodies;
}

Result<std::string> checked_tenant(const std::string& tenant, bool has_tenants, std::string_view member) {
    if (has_tenants || tenant == engine::default_tenant) return tenant;
    return fail(Failure::Kind::Syntax, "'" + std::string(member) + "' is '" + tenant.substr(0, 256) + "', but there is only the tenant '" +
                                           std::string(engine::default_tenant) +
                                           "': the server was started without --multi-tenancy.");
}

Result<std::string> Body::tenant(bool has_tenants) {
    TRY(integer("operationReference", 1, INT64_MAX));
    return checked_tenant(TRY(text("tenantId")).value_or(std::string(engine::default_tenant)), has_tenants);
}

Result<void> Body::accept_reference() {
    TRY(integer("operationReference", 1, INT64_MAX));
    return {};
}

Result<void> Body::nothing_else() const {
    for (const auto& member : object_) {
        if (known_.contains(std::string_view(member.key()))) continue;
        std::string names;
        for (const auto& name : known_) names += (names.empty() ? "" : ", ") + name;
        return fail(Failure::Kind::Syntax, "'" + prefix_ + std::string(member.key()) + "' is not known here; " +
                                               (names.empty() ? "nothing is expected." : "known are " + names + "."));
    }
    return {};
}

}  // namespace dandori::rest
