#include "adapters/openapi/notation.h"

#include <boost/json.hpp>
#include <stdexcept>
#include <string>

namespace dandori::openapi {
namespace {

namespace json = boost::json;

json::value reference_to(std::string_view name) { return {{"$ref", "#/components/schemas/" + std::string(name)}}; }

json::value bounded_integer(std::string_view bounds, const std::string& type) {
    const auto dots = bounds.find("..");
    if (dots == std::string_view::npos)
        throw std::invalid_argument("The bounds of the type '" + type + "' must read like (1..100).");
    return {{"type", "integer"},
            {"minimum", std::stoll(std::string(bounds.substr(0, dots)))},
            {"maximum", std::stoll(std::string(bounds.substr(dots + 2)))}};
}

json::value enumeration_of(std::string_view names) {
    json::array values;
    while (true) {
        const auto bar = names.find('|');
        values.emplace_back(names.substr(0, bar));
        if (bar == std::string_view::npos) return {{"type", "string"}, {"enum", std::move(values)}};
        names.remove_prefix(bar + 1);
    }
}

json::value plain_type(std::string_view name) {
    if (name == "text") return {{"type", "string"}};
    if (name == "integer") return {{"type", "integer"}};
    if (name == "number") return {{"type", "number"}};
    if (name == "truth") return {{"type", "boolean"}};
    if (name == "object") return {{"type", "object"}};
    if (name == "value") return json::object();
    if (name == "key") return reference_to("Key");
    if (name == "time") return {{"type", "string"}, {"format", "date-time"}};
    if (name.starts_with("integer(") && name.ends_with(')'))
        return bounded_integer(name.substr(8, name.size() - 9), std::string(name));
    if (name.find('|') != std::string_view::npos) return enumeration_of(name);
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') return reference_to(name);
    throw std::invalid_argument("'" + std::string(name) +
                                "' is no type of the notation in adapters/openapi/notation.h.");
}

json::value schema_of_text(std::string_view type) {
    if (type.ends_with('?')) return or_null(schema_of_text(type.substr(0, type.size() - 1)));
    if (type.ends_with("[]")) return {{"type", "array"}, {"items", schema_of_text(type.substr(0, type.size() - 2))}};
    return plain_type(type);
}

json::value schema_of_members(const json::object& members) {
    json::object properties;
    json::array required;
    for (const auto& member : members) {
        std::string_view name = member.key();
        const bool may_be_null = name.ends_with('?');
        const bool is_optional = may_be_null || name.ends_with('~');
        if (is_optional) name.remove_suffix(1);
        properties[name] = may_be_null ? or_null(schema_of(member.value())) : schema_of(member.value());
        if (!is_optional) required.emplace_back(name);
    }
    json::object schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

}  // namespace

json::value or_null(json::value schema) {
    auto& object = schema.get_object();
    // A type that may be null says so itself, so that `enum` needs null among its values, too. `const` has room for one.
    if (const auto* type = object.if_contains("type"); type && type->is_string() && !object.contains("const")) {
        object["type"] = json::array{*type, "null"};
        if (auto* values = object.if_contains("enum")) values->get_array().emplace_back(nullptr);
        return schema;
    }
    return {{"anyOf", json::array{std::move(schema), {{"type", "null"}}}}};
}

json::value schema_of(const json::value& type) {
    if (type.is_string()) return schema_of_text(type.get_string());
    if (!type.is_object())
        throw std::invalid_argument("A type is a text or an object, not " + json::serialize(type) + ".");
    const auto& object = type.get_object();
    if (const auto* schema = object.if_contains("json schema")) return *schema;
    if (const auto* choices = object.if_contains("one of")) {
        json::array schemas;
        for (const auto& each : choices->as_array()) schemas.push_back(schema_of(each));
        return {{"anyOf", std::move(schemas)}};
    }
    return schema_of_members(object);
}

bool may_be_empty(const json::value& type) {
    if (!type.is_object() || type.get_object().contains("one of") || type.get_object().contains("json schema"))
        return false;
    for (const auto& member : type.get_object())
        if (const std::string_view name = member.key(); !name.ends_with('?') && !name.ends_with('~')) return false;
    return true;
}

}  // namespace dandori::openapi
