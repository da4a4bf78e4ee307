#include "tests/adapters/openapi/schema.h"

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>

#include "engine/instant.h"

namespace dandori::openapi {
namespace {

namespace json = boost::json;

bool is_of_type(std::string_view type, const json::value& value) {
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_bool();
    if (type == "string") return value.is_string();
    if (type == "array") return value.is_array();
    if (type == "object") return value.is_object();
    if (type == "number") return value.is_number();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    throw std::invalid_argument("A schema has the type '" + std::string(type) + "'.");
}

bool is_of_types(const json::value& types, const json::value& value) {
    if (types.is_string()) return is_of_type(types.get_string(), value);
    const auto& list = types.as_array();
    return std::any_of(list.begin(), list.end(), [&](const auto& type) { return is_of_type(type.as_string(), value); });
}

bool fits_text(const json::object& schema, std::string_view text) {
    if (const auto* least = schema.if_contains("minLength"); least && text.size() < least->to_number<std::size_t>()) return false;
    // All that is tried here is ASCII.
    if (const auto* most = schema.if_contains("maxLength"); most && text.size() > most->to_number<std::size_t>()) return false;
    if (const auto* pattern = schema.if_contains("pattern");
        pattern && !std::regex_search(text.begin(), text.end(), std::regex(std::string(pattern->as_string()))))
        return false;
    if (const auto* format = schema.if_contains("format"); format && *format == "date-time")
        return instant_from_iso8601(text).has_value();
    return true;
}

bool fits_number(const json::object& schema, const json::value& value) {
    const auto as_double = value.to_number<double>();
    if (value.is_int64()) {
        const auto number = value.get_int64();
        if (const auto* least = schema.if_contains("minimum"); least && number < least->to_number<std::int64_t>()) return false;
        if (const auto* most = schema.if_contains("maximum"); most && number > most->to_number<std::int64_t>()) return false;
        return true;
    }
    if (const auto* least = schema.if_contains("minimum"); least && as_double < least->to_number<double>()) return false;
    // 2^63 as a double is one more than the greatest that is described.
    if (const auto* most = schema.if_contains("maximum"); most && as_double >= most->to_number<double>()) return false;
    return true;
}

json::value sample_text(const json::object& schema) {
    if (const auto* format = schema.if_contains("format"); format && *format == "date-time") return "2026-01-31T12:00:00Z";
    // One of these is of each pattern that there is.
    for (const std::string text : {"a", "1", "1-1", "#123456", "PT1H", "2026-01-31", "12:00"})
        if (fits_text(schema, text)) return json::value(text);
    throw std::invalid_argument("No sample for " + json::serialize(schema));
}

}  // namespace

const json::object& Schemas::resolved(const json::value& schema) const {
    const auto& object = schema.as_object();
    const auto* reference = object.if_contains("$ref");
    if (!reference) return object;
    constexpr std::string_view place = "#/components/schemas/";
    return resolved(named_.at(std::string_view(reference->as_string()).substr(place.size())));
}

bool Schemas::fits(const json::value& schema, const json::value& value) const {
    static const std::set<std::string_view> known{
        "anyOf", "type", "enum", "const", "minimum", "maximum", "minLength", "maxLength", "pattern", "format",
        "items", "minItems", "maxItems", "properties", "required", "additionalProperties", "uniqueItems", "$ref", "default"};
    const auto& object = resolved(schema);
    for (const auto& member : object)
        if (!known.contains(std::string_view(member.key())))
            throw std::invalid_argument("A schema has '" + std::string(member.key()) + "', which this test doesn't know.");
    if (const auto* choices = object.if_contains("anyOf")) {
        const auto& list = choices->as_array();
        if (std::none_of(list.begin(), list.end(), [&](const auto& each) { return fits(each, value); })) return false;
    }
    if (const auto* types = object.if_contains("type"); types && !is_of_types(*types, value)) return false;
    if (const auto* only = object.if_contains("const"); only && *only != value) return false;
    if (const auto* values = object.if_contains("enum")) {
        const auto& list = values->as_array();
        if (std::find(list.begin(), list.end(), value) == list.end()) return false;
    }
    if (value.is_string()) return fits_text(object, value.get_string());
    if (value.is_number()) return fits_number(object, value);
    if (const auto* list = value.if_array()) {
        if (const auto* least = object.if_contains("minItems"); least && list->size() < least->to_number<std::size_t>()) return false;
        if (const auto* most = object.if_contains("maxItems"); most && list->size() > most->to_number<std::size_t>()) return false;
        const auto* items = object.if_contains("items");
        return !items || std::all_of(list->begin(), list->end(), [&](const auto& each) { return fits(*items, each); });
    }
    const auto* members = value.if_object();
    if (!members) return true;
    if (const auto* required = object.if_contains("required"))
        for (const auto& name : required->as_array())
            if (!members->contains(name.as_string())) return false;
    const auto* properties = object.if_contains("properties");
    for (const auto& member : *members) {
        const auto* own = properties ? properties->as_object().if_contains(member.key()) : nullptr;
        const auto* others = object.if_contains("additionalProperties");
        if (own ? !fits(*own, member.value()) : others && (others->is_object() ? !fits(*others, member.value()) : !others->as_bool()))
            return false;
    }
    return true;
}

json::value Schemas::least(const json::value& schema) const {
    const auto& object = resolved(schema);
    if (const auto* choices = object.if_contains("anyOf")) return least(choices->as_array().front());
    if (const auto* only = object.if_contains("const")) return *only;
    if (const auto* values = object.if_contains("enum")) return values->as_array().front();
    const auto* types = object.if_contains("type");
    if (!types) return json::object();
    const auto type = types->is_array() ? types->as_array().front().as_string() : types->as_string();
    if (type == "boolean") return true;
    if (type == "string") return sample_text(object);
    if (type == "number") return 1;
    if (type == "integer") {
        const auto* minimum = object.if_contains("minimum");
        return minimum && minimum->to_number<std::int64_t>() > 1 ? *minimum : json::value(1);
    }
    if (type == "array") {
        json::array list;
        const auto* minimum = object.if_contains("minItems");
        for (std::size_t i = 0; minimum && i < minimum->to_number<std::size_t>(); ++i) list.push_back(least(object.at("items")));
        return list;
    }
    json::object members;
    if (const auto* required = object.if_contains("required"))
        for (const auto& name : required->as_array()) members[name.as_string()] = least(object.at("properties").at(name.as_string()));
    return members;
}

std::vector<json::value> Schemas::beyond_bounds(const json::object& schema) const {
    std::vector<json::value> values{nullptr, true, 5, 1.5, "", "nothing like it", json::array{1}, json::object{{"nobodyKnowsThis", 1}}, -9.3e18};
    if (const auto* least = schema.if_contains("minimum"); least && least->to_number<std::int64_t>() != INT64_MIN)
        values.emplace_back(least->to_number<std::int64_t>() - 1);
    if (const auto* most = schema.if_contains("maximum"); most && most->to_number<std::int64_t>() != INT64_MAX)
        values.emplace_back(most->to_number<std::int64_t>() + 1);
    if (const auto* most = schema.if_contains("maxLength")) {
        values.emplace_back(std::string(most->to_number<std::size_t>() + 1, 'a'));
        values.emplace_back(std::string(most->to_number<std::size_t>() + 1, '1'));
    }
    if (const auto* most = schema.if_contains("maxItems"))
        values.emplace_back(json::array(most->to_number<std::size_t>() + 1, least(schema.at("items"))));
    return values;
}

std::vector<json::value> Schemas::wrong(const json::value& schema, std::size_t depth_max) const {
    const auto& object = resolved(schema);
    auto values = beyond_bounds(object);
    if (depth_max == 0) return values;
    if (const auto* choices = object.if_contains("anyOf"))
        for (const auto& choice : choices->as_array())
            for (auto& value : wrong(choice, depth_max - 1)) values.push_back(std::move(value));
    if (const auto* items = object.if_contains("items"))
        for (auto& item : wrong(*items, depth_max - 1)) values.push_back(json::array{std::move(item)});
    if (const auto* properties = object.if_contains("properties")) {
        const auto whole = least(schema).as_object();
        auto with_more = whole;
        with_more["nobodyKnowsThis"] = 1;
        values.push_back(std::move(with_more));
        for (const auto& member : whole) {
            auto with_less = whole;
            with_less.erase(member.key());
            values.push_back(std::move(with_less));
        }
        for (const auto& property : properties->as_object()) {
            for (auto& wrong_member : wrong(property.value(), depth_max - 1)) {
                auto changed = whole;
                changed[property.key()] = std::move(wrong_member);
                values.push_back(std::move(changed));
            }
        }
    }
    values.erase(std::remove_if(values.begin(), values.end(), [&](const auto& value) { return fits(schema, value); }), values.end());
    std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return json::serialize(a) < json::serialize(b); });
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

}  // namespace dandori::openapi
