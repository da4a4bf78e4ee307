#include "adapters/cli/typed_json.h"

#include "engine/feel/json.h"

namespace dandori::cli {
namespace {

template <class Read>
Result<feel::Value> from_text(const std::string& type, const feel::Value& text, Read read) {
    if (text.is_string()) {
        if (auto value = read(text.as_string())) return feel::Value(std::move(*value));
    }
    return fail(Failure::Kind::Syntax, feel::to_literal(text) + " is no " + type + ".");
}

Result<feel::Value> context_from(const feel::Value& entries) {
    if (!entries.is_context()) return fail(Failure::Kind::Syntax, "A context's value is no JSON object.");
    feel::Context made;
    for (const feel::Context::Entry& entry : entries.as_context().entries()) {
        made.put(entry.first, TRY(from_typed_json(entry.second)));
    }
    return feel::Value(std::move(made));
}

Result<feel::Value> range_from(const feel::Context& json) {
    const auto member = [&](std::string_view name) {
        const feel::Value* found = json.find(name);
        return found ? *found : feel::Value();
    };
    feel::Range range;
    const feel::Value low = TRY(from_typed_json(member("low")));
    const feel::Value high = TRY(from_typed_json(member("high")));
    if (!low.is_null()) range.low = low;
    if (!high.is_null()) range.high = high;
    range.low_included = member("low included").is_true();
    range.high_included = member("high included").is_true();
    return feel::Value(std::move(range));
}

std::string typed(std::string_view type, const std::string& value) {
    return "{\"type\": \"" + std::string(type) + "\", \"value\": " + value + "}";
}

std::string quoted(const std::string& text) { return feel::to_json(feel::Value(text)); }

std::string end_of(const std::optional<feel::Value>& value) { return value ? to_typed_json(*value) : "null"; }

}  // namespace

Result<feel::Value> from_typed_json(const feel::Value& json) {
    if (json.is_list()) {
        feel::List items;
        for (const feel::Value& item : json.as_list()) items.push_back(TRY(from_typed_json(item)));
        return feel::Value(std::move(items));
    }
    if (!json.is_context()) return json;
    const feel::Value* type = json.as_context().find("type");
    if (!type || !type->is_string()) return fail(Failure::Kind::Syntax, "A JSON object has no member \"type\".");
    const feel::Value* found = json.as_context().find("value");
    const feel::Value value = found ? *found : feel::Value();
    const std::string& name = type->as_string();
    if (name == "context") return context_from(value);
    if (name == "date") return from_text(name, value, feel::date_from_text);
    if (name == "time") return from_text(name, value, feel::time_from_text);
    if (name == "date and time") return from_text(name, value, feel::date_time_from_text);
    if (name == "days and time duration") return from_text(name, value, feel::days_duration_from_text);
    if (name == "years and months duration") return from_text(name, value, feel::months_duration_from_text);
    if (name == "range") return range_from(json.as_context());
    return fail(Failure::Kind::Syntax, "There is no type '" + name + "' of a value.");
}

std::string to_typed_json(const feel::Value& value) {
    switch (value.kind()) {
        case feel::Kind::Date: return typed("date", quoted(feel::to_text(value.as_date())));
        case feel::Kind::Time: return typed("time", quoted(feel::to_text(value.as_time())));
        case feel::Kind::DateTime: return typed("date and time", quoted(feel::to_text(value.as_date_time())));
        case feel::Kind::DaysDuration:
            return typed("days and time duration", quoted(feel::to_text(value.as_days_duration())));
        case feel::Kind::MonthsDuration:
            return typed("years and months duration", quoted(feel::to_text(value.as_months_duration())));
        case feel::Kind::Function: return "{\"type\": \"function\"}";
        case feel::Kind::Range: {
            const feel::Range& range = value.as_range();
            return "{\"type\": \"range\", \"low\": " + end_of(range.low) +
                   ", \"low included\": " + (range.low_included ? "true" : "false") +
                   ", \"high\": " + end_of(range.high) +
                   ", \"high included\": " + (range.high_included ? "true" : "false") + "}";
        }
        case feel::Kind::List: {
            std::string text = "[";
            for (const feel::Value& item : value.as_list()) text += (text.size() > 1 ? ", " : "") + to_typed_json(item);
            return text + "]";
        }
        case feel::Kind::Context: {
            std::string text = "{";
            for (const feel::Context::Entry& entry : value.as_context().entries()) {
                text += (text.size() > 1 ? ", " : "") + quoted(entry.first) + ": " + to_typed_json(entry.second);
            }
            return typed("context", text + "}");
        }
        case feel::Kind::Null:
        case feel::Kind::Boolean:
        case feel::Kind::Number:
        case feel::Kind::String: break;
    }
    return feel::to_json(value);
}

}  // namespace dandori::cli
