#include "engine/dmn/item_type.h"

namespace dandori::dmn {
namespace {

constexpr int alias_depth_max = 100;
constexpr int value_depth_max = 300;
constexpr int feel_type_depth_max = 6;
constexpr int feel_type_size_max = 500;
constexpr std::size_t steps_max = 10'000'000;  // values looked at for one conversion

struct NoNames : feel::Scope {
    std::optional<feel::Value> find(std::string_view) const override { return std::nullopt; }
};

bool passes(const Constraint& constraint, const feel::Value& value, const feel::Surroundings& surroundings) {
    return constraint.tests.evaluate_unary_tests(value, NoNames{}, surroundings).value.is_true();
}

std::string refused(const Constraint& constraint, const feel::Value& value) {
    return described(value) + " is not among " + constraint.text;
}

/// Why a value is not of a type; empty if it is.
class Conformance {
  public:
    explicit Conformance(const feel::Surroundings& surroundings) : surroundings_(surroundings) {}

    std::string why_not(const ItemType* type, const feel::Value& value, int depth = 0) const {
        if (!type || value.is_null()) return "";
        if (depth > value_depth_max || ++steps_ > steps_max) return "it is too large or nested too deep";
        std::string why = of_form(*type, value, depth);
        if (!why.empty()) return why;
        if (type->allowed && type->form != ItemType::Form::List && !passes(*type->allowed, value, surroundings_)) {
            return refused(*type->allowed, value);
        }
        if (type->whole && !passes(*type->whole, value, surroundings_)) return refused(*type->whole, value);
        return "";
    }

  private:
    std::string of_form(const ItemType& type, const feel::Value& value, int depth) const {
        switch (type.form) {
            case ItemType::Form::Any: return "";
            case ItemType::Form::Alias: return why_not(type.inner, value, depth + 1);
            case ItemType::Form::Basic: return value.kind() == type.basic ? "" : mismatch(type, value);
            case ItemType::Form::List: return of_list(type, value, depth);
            case ItemType::Form::Context: return of_context(type, value, depth);
            case ItemType::Form::Function: return of_function(type, value);
        }
        return "";
    }

    static std::string mismatch(const ItemType& type, const feel::Value& value) {
        return described(value) + " is not of type " + type.name;
    }

    std::string of_list(const ItemType& type, const feel::Value& value, int depth) const {
        if (!value.is_list()) return mismatch(type, value);
        std::size_t index = 0;
        for (const feel::Value& item : value.as_list()) {
            ++index;
            std::string why = why_not(type.inner, item, depth + 1);
            if (why.empty() && type.allowed && !item.is_null() && !passes(*type.allowed, item, surroundings_)) {
                why = refused(*type.allowed, item);
            }
            if (!why.empty()) return "item " + std::to_string(index) + ": " + why;
        }
        return "";
    }

    std::string of_context(const ItemType& type, const feel::Value& value, int depth) const {
        if (!value.is_context()) return mismatch(type, value);
        for (const ItemType::Member& member : type.members) {
            const feel::Value* entry = value.as_context().find(member.name);
            if (!entry) return "entry '" + member.name + "' of type " + type.name + " is missing";
            std::string why = why_not(member.type, *entry, depth + 1);
            if (!why.empty()) return "entry '" + member.name + "': " + why;
        }
        return "";
    }

    static std::string of_function(const ItemType& type, const feel::Value& value) {
        if (!value.is_function()) return mismatch(type, value);
        const bool fits = value.as_function().parameters.size() == type.members.size();
        return fits ? "" : mismatch(type, value);
    }

    const feel::Surroundings& surroundings_;
    mutable std::size_t steps_ = 0;
};

feel::Type feel_type_within(const ItemType* type, int depth, int& size) {
    type = resolved(type);
    if (!type || depth > feel_type_depth_max || ++size > feel_type_size_max) return {};
    feel::Type made;
    made.kind = type->basic;
    if (type->form == ItemType::Form::Basic) return made;
    made.untyped = false;
    switch (type->form) {
        case ItemType::Form::List:
            made.kind = feel::Kind::List;
            made.inner.push_back(feel_type_within(type->inner, depth + 1, size));
            break;
        case ItemType::Form::Context:
            made.kind = feel::Kind::Context;
            for (const ItemType::Member& member : type->members) {
                made.members.push_back(member.name);
                made.inner.push_back(feel_type_within(member.type, depth + 1, size));
            }
            break;
        case ItemType::Form::Function:
            made.kind = feel::Kind::Function;
            for (const ItemType::Member& member : type->members)
                made.inner.push_back(feel_type_within(member.type, depth + 1, size));
            made.inner.push_back(feel_type_within(type->inner, depth + 1, size));
            break;
        default: break;
    }
    return made;
}

}  // namespace

const ItemType* resolved(const ItemType* type) {
    for (int steps = 0; type && type->form == ItemType::Form::Alias && steps < alias_depth_max; ++steps) {
        type = type->inner;
    }
    return type && type->form == ItemType::Form::Any ? nullptr : type;
}

const std::vector<feel::Value>* enumeration(const ItemType* type) {
    for (int steps = 0; type && steps < alias_depth_max; ++steps) {
        if (type->allowed && !type->allowed->values.empty()) return &type->allowed->values;
        const bool goes_on = type->form == ItemType::Form::Alias || type->form == ItemType::Form::List;
        type = goes_on ? type->inner : nullptr;
    }
    return nullptr;
}

Coerced coerce(const ItemType* type, feel::Value value, const feel::Surroundings& surroundings) {
    if (!type || value.is_null()) return {std::move(value), ""};
    const Conformance conformance(surroundings);
    std::string why = conformance.why_not(type, value);
    if (why.empty()) return {std::move(value), ""};
    const ItemType* form = resolved(type);
    const bool list_needed = form && form->form == ItemType::Form::List;
    if (value.is_list() && value.as_list().size() == 1 && !list_needed) {
        const feel::Value item = value.as_list().front();
        if (conformance.why_not(type, item).empty()) return {item, ""};
    }
    if (!value.is_list() && list_needed) {
        feel::Value list(feel::List{value});
        if (conformance.why_not(type, list).empty()) return {std::move(list), ""};
    }
    if (value.is_date() && form && form->form == ItemType::Form::Basic && form->basic == feel::Kind::DateTime) {
        feel::DateTime midnight{value.as_date(), {}};
        midnight.time.zone.kind = feel::Zone::Kind::Offset;
        feel::Value converted(std::move(midnight));
        if (conformance.why_not(type, converted).empty()) return {std::move(converted), ""};
    }
    return {feel::Value(), std::move(why)};
}

feel::Type feel_type(const ItemType* type) {
    int size = 0;
    return feel_type_within(type, 0, size);
}

std::string described(const feel::Value& value) {
    constexpr std::size_t length_max = 80;
    if (value.weight() >= 1000) return "a large " + std::string(feel::name_of(value.kind()));
    std::string text = feel::to_literal(value);
    if (text.size() > length_max) {
        std::size_t end = length_max;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        text = text.substr(0, end) + "...";
    }
    return value.is_null() ? text : text + " (" + std::string(feel::name_of(value.kind())) + ")";
}

}  // namespace dandori::dmn
