// Values and types as text (DMN 1.5, 10.3.4.2).
#include "engine/feel/text.h"
#include "engine/feel/value.h"

namespace dandori::feel {
namespace {

std::string context_text(const Context& context) {
    std::string text = "{";
    for (const auto& [name, value] : context.entries()) {
        if (text.size() > 1) text += ", ";
        text += (is_plain_name(name) ? name : quoted(name)) + ": " + to_literal(value);
    }
    return text + "}";
}

std::string list_text(const List& list) {
    std::string text = "[";
    for (const Value& item : list) {
        if (text.size() > 1) text += ", ";
        text += to_literal(item);
    }
    return text + "]";
}

std::string range_text(const Range& range) {
    if (!range.low && !range.high) return "(null..null)";
    if (!range.low) return (range.high_included ? "<=" : "<") + to_literal(*range.high);
    if (!range.high) return (range.low_included ? ">=" : ">") + to_literal(*range.low);
    return (range.low_included ? "[" : "(") + to_literal(*range.low) + ".." + to_literal(*range.high) +
           (range.high_included ? "]" : ")");
}

std::string function_text(const Function& function) {
    std::string text = "function(";
    for (const Parameter& parameter : function.parameters) {
        if (text.back() != '(') text += ", ";
        text += parameter.name;
        if (parameter.type.kind) text += ": " + to_text(parameter.type);
    }
    return text + ")";
}

}  // namespace

std::string to_text(const Value& value) {
    switch (value.kind()) {
        case Kind::Null: return "null";
        case Kind::Boolean: return value.as_boolean() ? "true" : "false";
        case Kind::Number: return value.as_number().to_text();
        case Kind::String: return value.as_string();
        case Kind::Date: return to_text(value.as_date());
        case Kind::Time: return to_text(value.as_time());
        case Kind::DateTime: return to_text(value.as_date_time());
        case Kind::DaysDuration: return to_text(value.as_days_duration());
        case Kind::MonthsDuration: return to_text(value.as_months_duration());
        case Kind::List: return list_text(value.as_list());
        case Kind::Context: return context_text(value.as_context());
        case Kind::Range: return range_text(value.as_range());
        case Kind::Function: return function_text(value.as_function());
    }
    return "null";
}

std::string to_literal(const Value& value) { return value.is_string() ? quoted(value.as_string()) : to_text(value); }

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::Null: return "Null";
        case Kind::Boolean: return "boolean";
        case Kind::Number: return "number";
        case Kind::String: return "string";
        case Kind::Date: return "date";
        case Kind::Time: return "time";
        case Kind::DateTime: return "date and time";
        case Kind::DaysDuration: return "days and time duration";
        case Kind::MonthsDuration: return "years and months duration";
        case Kind::List: return "list";
        case Kind::Context: return "context";
        case Kind::Range: return "range";
        case Kind::Function: return "function";
    }
    return "Null";
}

std::string to_text(const Type& type) {
    if (!type.kind) return "Any";
    std::string text(name_of(*type.kind));
    if (type.untyped) return text;
    switch (*type.kind) {
        case Kind::List:
        case Kind::Range: return text + "<" + to_text(type.inner.front()) + ">";
        case Kind::Context:
            text += "<";
            for (std::size_t index = 0; index < type.members.size(); ++index) {
                text += (index > 0 ? ", " : "") + type.members[index] + ": " + to_text(type.inner[index]);
            }
            return text + ">";
        case Kind::Function:
            text += "<";
            for (std::size_t index = 0; index + 1 < type.inner.size(); ++index) {
                text += (index > 0 ? ", " : "") + to_text(type.inner[index]);
            }
            return text + "> -> " + to_text(type.inner.back());
        default: return text;
    }
}

}  // namespace dandori::feel
