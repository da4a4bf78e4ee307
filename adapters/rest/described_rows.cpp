// What searches and answers show of rows, as a part of the API's description: made of the rows' own descriptions, as
// they are.
#include "adapters/rest/described_rows.h"

#include <boost/json.hpp>

#include "adapters/rest/search.h"
#include "adapters/rest/shape.h"

namespace dandori::rest {
namespace {

namespace json = boost::json;

using engine::FieldType;

/// `user_task` as a schema is named: `UserTask`.
std::string schema_name(std::string_view table) {
    std::string name;
    bool is_first = true;
    for (const char c : table) {
        if (c == '_') {
            is_first = true;
            continue;
        }
        name += is_first ? static_cast<char>(c - 'a' + 'A') : c;
        is_first = false;
    }
    return name;
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string text;
    for (const auto name : names) text += (text.empty() ? "" : "|") + std::string(name);
    return text;
}

std::string shown_type(const ShownField& field) {
    switch (field.type) {
        case FieldType::Key: return "key";
        case FieldType::Integer: return "integer";
        case FieldType::Boolean: return "truth";
        case FieldType::Time: return "time";
        case FieldType::Enumeration: return joined(field.values);
        case FieldType::TextList: return "text[]";
        case FieldType::Json: return "object";
        case FieldType::Text:
        case FieldType::Bytes: break;
    }
    return "text";
}

/// A plain value, or an object of operators.
json::value filter_type(FieldType type, const std::string& plain) {
    json::object operators;
    for (const auto& op : operators_of(type)) {
        const bool is_pattern = op.name == "$like";
        const std::string one = is_pattern ? "text" : plain;
        operators[std::string(op.name) + "~"] = op.name == "$exists" ? "truth" : op.takes_list ? one + "[]" : one;
    }
    json::array choices{json::value(plain), json::value(std::move(operators))};
    if (type == FieldType::TextList) choices.push_back("text[]");
    return {{"one of", std::move(choices)}};
}

std::string_view named_filter(FieldType type) {
    switch (type) {
        case FieldType::Key: return "KeyFilter";
        case FieldType::Integer: return "IntegerFilter";
        case FieldType::Boolean: return "TruthFilter";
        case FieldType::Time: return "TimeFilter";
        case FieldType::TextList: return "TextListFilter";
        default: return "TextFilter";
    }
}

void describe_row(const Shape& shape, json::object& schemas) {
    const std::string name = schema_name(shape.table);
    json::object members;
    json::object filters;
    std::vector<std::string_view> sorts;
    for (const ShownField& field : shape.fields) {
        if (!field.is_shown || !field.write) continue;
        const std::string type = shown_type(field);
        members[field.name] = type + (field.may_be_null ? "?" : "");
        if (can_be_filtered(field.type)) {
            filters[std::string(field.name) + "~"] = field.type == FieldType::Enumeration
                                                         ? filter_type(field.type, type)
                                                         : json::value(named_filter(field.type));
        }
        if (can_be_sorted(field.type)) sorts.push_back(field.name);
    }
    schemas[name] = std::move(members);
    schemas[name + "Filter"] = std::move(filters);
    schemas[name + "Sort"] = json::object{{"field", joined(sorts)}, {"order?", "ASC|DESC"}};
    schemas[name + "Search"] =
        json::object{{"filter?", name + "Filter"}, {"sort?", name + "Sort[]"}, {"page?", "SearchPage"}};
    schemas[name + "Page"] = json::object{{"items", name + "[]"}, {"page", "PageInfo"}};
}

}  // namespace

std::string described_rows() {
    json::object schemas;
    for (const auto& [type, plain] : {std::pair{FieldType::Key, "GivenKey"},
                                      {FieldType::Integer, "integer"},
                                      {FieldType::Boolean, "truth"},
                                      {FieldType::Time, "time"},
                                      {FieldType::Text, "text"},
                                      {FieldType::TextList, "text"}})
        schemas[named_filter(type)] = filter_type(type, plain);
    engine::for_each_row_kind([&]<class Row>() { describe_row(shape_of<Row>(), schemas); });
    return json::serialize(json::object{{"schemas", std::move(schemas)}});
}

}  // namespace dandori::rest
