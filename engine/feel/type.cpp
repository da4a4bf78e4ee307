// Which values a type holds (DMN 1.5, 10.3.2.9).
#include <algorithm>

#include "engine/feel/value.h"

namespace dandori::feel {
namespace {

/// Whether every value of `narrow` is one of `wide` (10.3.2.9.1).
bool conforms(const Type& narrow, const Type& wide) {
    if (!wide.kind || narrow.kind == Kind::Null) return true;
    if (narrow.kind != wide.kind) return false;
    if (wide.untyped) return true;
    if (narrow.untyped) return false;
    switch (*wide.kind) {
        case Kind::List:
        case Kind::Range: return conforms(narrow.inner.front(), wide.inner.front());
        case Kind::Context:
            for (std::size_t index = 0; index < wide.members.size(); ++index) {
                const auto at = std::find(narrow.members.begin(), narrow.members.end(), wide.members[index]);
                if (at == narrow.members.end()) return false;
                if (!conforms(narrow.inner[static_cast<std::size_t>(at - narrow.members.begin())], wide.inner[index]))
                    return false;
            }
            return true;
        case Kind::Function:
            if (narrow.inner.size() != wide.inner.size()) return false;
            for (std::size_t index = 0; index + 1 < wide.inner.size(); ++index) {
                if (!conforms(wide.inner[index], narrow.inner[index])) return false;
            }
            return conforms(narrow.inner.back(), wide.inner.back());
        default: return true;
    }
}

bool context_contains(const Type& type, const Context& context) {
    for (std::size_t index = 0; index < type.members.size(); ++index) {
        const Value* member = context.find(type.members[index]);
        if (member == nullptr || !type.inner[index].contains(*member)) return false;
    }
    return true;
}

bool range_contains(const Type& type, const Range& range) {
    return (!range.low || type.inner.front().contains(*range.low)) &&
           (!range.high || type.inner.front().contains(*range.high));
}

// What a function gives isn't known before it is called, so only its parameters are looked at.
bool function_contains(const Type& type, const Function& function) {
    if (function.parameters.size() + 1 != type.inner.size()) return false;
    for (std::size_t index = 0; index < function.parameters.size(); ++index) {
        if (!conforms(type.inner[index], function.parameters[index].type)) return false;
    }
    return true;
}

}  // namespace

bool Type::contains(const Value& value) const {
    if (!kind || value.is_null()) return true;
    if (*kind != value.kind()) return false;
    if (untyped) return true;
    switch (*kind) {
        case Kind::List:
            return std::all_of(value.as_list().begin(), value.as_list().end(),
                               [&](const Value& item) { return inner.front().contains(item); });
        case Kind::Context: return context_contains(*this, value.as_context());
        case Kind::Range: return range_contains(*this, value.as_range());
        case Kind::Function: return function_contains(*this, value.as_function());
        default: return true;
    }
}

std::optional<Value> conformed(const Value& value, const Type& type) {
    if (type.contains(value)) return value;
    if (value.is_list() && value.as_list().size() == 1 && type.contains(value.as_list().front()))
        return value.as_list().front();
    if (type.kind == Kind::List && (type.untyped || type.inner.front().contains(value)))
        return Value(List{value});
    if (type.kind == Kind::DateTime && value.is_date()) {
        return Value(DateTime{value.as_date(), Time{0, 0, 0, 0, Zone{Zone::Kind::Offset, 0, {}}}});
    }
    return {};
}

}  // namespace dandori::feel
