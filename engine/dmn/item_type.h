#pragma once
// The types a model defines (DMN 1.5, 7.3.2), and what becomes of a value that has to be of one (10.3.2.9.4).

#include <optional>
#include <string>
#include <vector>

#include "engine/feel/expression.h"

namespace dandori::dmn {

/// What a value of a type must pass besides.
struct Constraint {
    feel::Expression tests;
    std::string text;
    std::vector<feel::Value> values;  ///< if it is a plain enumeration, in its order; else empty
};

/// One type; those of a model point at one another and are owned by it.
struct ItemType {
    enum class Form { Any, Basic, List, Context, Function, Alias };
    struct Member {
        std::string name;
        const ItemType* type = nullptr;  ///< null pointer: anything
    };

    std::string name;  ///< as messages say it
    Form form = Form::Any;
    feel::Kind basic = feel::Kind::Null;
    const ItemType* inner = nullptr;  ///< of a list its items, of an alias what it stands for, of a function its result
    std::vector<Member> members;      ///< of a context its entries, of a function its parameters
    std::optional<Constraint> allowed;  ///< of each item, where it is a list (`allowedValues`)
    std::optional<Constraint> whole;    ///< of the value as it is (`typeConstraint`)
};

/// The type behind aliases; null pointer for anything.
const ItemType* resolved(const ItemType*);

/// The values a type allows, if it enumerates them; of a list, those of its items. Null pointer if it doesn't.
const std::vector<feel::Value>* enumeration(const ItemType*);

struct Coerced {
    feel::Value value;  ///< null if it doesn't conform
    std::string why;    ///< what doesn't conform; empty if it does
};

/// A value as one of the type: itself, the item of a list of one, a list of it, or a date as its midnight in UTC; else
/// null. A null pointer is the type of anything; null is of every type.
Coerced coerce(const ItemType*, feel::Value, const feel::Surroundings&);

/// The type as FEEL knows it, without constraints; very deep or large ones are anything from some place on.
feel::Type feel_type(const ItemType*);

/// `"foo" (string)`, shortened if long.
std::string described(const feel::Value&);

}  // namespace dandori::dmn
