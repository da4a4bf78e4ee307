#pragma once
// What FEEL computes with (DMN 1.5, 10.3.2). A Value never changes and is cheap to copy: large ones are shared.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/feel/decimal.h"
#include "engine/feel/temporal.h"

namespace dandori::feel {

class Value;
class Context;
struct Range;
struct Function;
using List = std::vector<Value>;

enum class Kind {
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    DaysDuration,
    MonthsDuration,
    List,
    Context,
    Range,
    Function
};

class Value {
  public:
    Value() = default;  ///< null
    Value(bool value) : held_(value) {}
    Value(Decimal value) : held_(value) {}
    Value(int value) : held_(Decimal(value)) {}
    Value(std::int64_t value) : held_(Decimal(value)) {}
    Value(std::string value)
        : held_(std::make_shared<const std::string>(std::move(value))), weight_(weight_of(as_string())) {}
    Value(std::string_view value) : Value(std::string(value)) {}
    Value(const char* value) : Value(std::string(value)) {}
    Value(Date value) : held_(value) {}
    Value(Time value) : held_(std::make_shared<const Time>(std::move(value))) {}
    Value(DateTime value) : held_(std::make_shared<const DateTime>(std::move(value))) {}
    Value(DaysDuration value) : held_(value) {}
    Value(MonthsDuration value) : held_(value) {}
    Value(List value);
    /// Shares the list, which must not change any more.
    explicit Value(std::shared_ptr<const List> value);
    /// The same, when the largest nesting and the sum of weights of its items are known.
    Value(std::shared_ptr<const List> value, std::uint16_t nesting, std::uint64_t weight);
    Value(Context value);
    Value(Range value);
    Value(Function value);
    /// A function that holds values nested so deep.
    Value(Function value, std::uint16_t nesting);

    Kind kind() const { return static_cast<Kind>(held_.index()); }
    bool is_null() const { return kind() == Kind::Null; }
    bool is_boolean() const { return kind() == Kind::Boolean; }
    bool is_number() const { return kind() == Kind::Number; }
    bool is_string() const { return kind() == Kind::String; }
    bool is_date() const { return kind() == Kind::Date; }
    bool is_time() const { return kind() == Kind::Time; }
    bool is_date_time() const { return kind() == Kind::DateTime; }
    bool is_days_duration() const { return kind() == Kind::DaysDuration; }
    bool is_months_duration() const { return kind() == Kind::MonthsDuration; }
    bool is_list() const { return kind() == Kind::List; }
    bool is_context() const { return kind() == Kind::Context; }
    bool is_range() const { return kind() == Kind::Range; }
    bool is_function() const { return kind() == Kind::Function; }
    bool is_true() const { return is_boolean() && as_boolean(); }
    bool is_false() const { return is_boolean() && !as_boolean(); }

    /// Only for the kind asked before.
    bool as_boolean() const { return std::get<bool>(held_); }
    const Decimal& as_number() const { return std::get<Decimal>(held_); }
    const std::string& as_string() const { return *std::get<std::shared_ptr<const std::string>>(held_); }
    const Date& as_date() const { return std::get<Date>(held_); }
    const Time& as_time() const { return *std::get<std::shared_ptr<const Time>>(held_); }
    const DateTime& as_date_time() const { return *std::get<std::shared_ptr<const DateTime>>(held_); }
    const DaysDuration& as_days_duration() const { return std::get<DaysDuration>(held_); }
    const MonthsDuration& as_months_duration() const { return std::get<MonthsDuration>(held_); }
    const List& as_list() const { return *std::get<std::shared_ptr<const List>>(held_); }
    const Context& as_context() const { return *std::get<std::shared_ptr<const Context>>(held_); }
    const Range& as_range() const { return *std::get<std::shared_ptr<const Range>>(held_); }
    const Function& as_function() const { return *std::get<std::shared_ptr<const Function>>(held_); }

    /// The number if it is one, whole, and fits 64 bits.
    std::optional<std::int64_t> to_integer() const { return is_number() ? as_number().to_integer() : std::nullopt; }

    /// How many levels of lists, contexts, ranges and captured values are in it; 0 for a plain value.
    std::uint16_t nesting() const { return nesting_; }
    /// How many values are in it, itself counted; each 64 bytes of a string count as one more. An inner one counts as often as it
    /// is there, though it may be shared. Ends at 2^32-1.
    std::uint32_t weight() const { return weight_; }

    /// The same kind and, in it, the same value: total, so that values can be kept and tested. FEEL's `=` is equal().
    bool operator==(const Value&) const;

  private:
    static std::uint32_t weight_of(const std::string& text) {
        return static_cast<std::uint32_t>(std::min<std::size_t>(1 + text.size() / 64, UINT32_MAX));
    }
    /// Takes over what is in `inner`.
    void count(const Value& inner);

    [[no_unique_address]] std::variant<std::monostate, bool, Decimal, std::shared_ptr<const std::string>, Date,
                                       std::shared_ptr<const Time>, std::shared_ptr<const DateTime>, DaysDuration,
                                       MonthsDuration, std::shared_ptr<const List>, std::shared_ptr<const Context>,
                                       std::shared_ptr<const Range>, std::shared_ptr<const Function>>
        held_;
    std::uint16_t nesting_ = 0;
    std::uint32_t weight_ = 1;
};

/// Named values in the order they were written.
class Context {
  public:
    using Entry = std::pair<std::string, Value>;
    Context() = default;
    explicit Context(std::vector<Entry> entries) {
        for (Entry& entry : entries) put(std::move(entry.first), std::move(entry.second));
    }

    const std::vector<Entry>& entries() const { return entries_; }
    /// Null pointer if there is no such entry.
    const Value* find(std::string_view name) const;
    /// Adds the entry, or replaces its value where it stands.
    void put(std::string name, Value value);
    bool empty() const { return entries_.empty(); }

  private:
    std::vector<Entry> entries_;
    std::vector<std::uint32_t>
        by_name_;  // a table of hashed names once the context is large: places in entries_, from 1
};

/// An interval. An end that is absent has no bound there, and isn't included.
struct Range {
    std::optional<Value> low;
    bool low_included = true;
    std::optional<Value> high;
    bool high_included = true;
};

class Call;

/// A type of DMN 1.5, 10.3.2.7, as `instance of` and parameters name it.
struct Type {
    std::optional<Kind> kind;  ///< none: Any
    std::vector<Type>
        inner;  ///< of a list or range: one; of a context: one a member; of a function: parameters, result
    std::vector<std::string> members;  ///< of a context
    bool untyped = true;               ///< a list, context, range or function of anything
    /// Null is in every type, since a value may be missing anywhere; `instance of` alone says no to it.
    bool contains(const Value&) const;
};

/// The type's text, as after `instance of`.
std::string to_text(const Type&);
/// The value as a parameter or result of the type takes it (10.3.2.9.4): a list of one for its item, an item for a list
/// of it, a date for its midnight in UTC; none if it doesn't fit.
std::optional<Value> conformed(const Value&, const Type&);

struct Parameter {
    std::string name;
    Type type;
};

/// Something that can be called. `call` gives null by Call::null, which says why.
struct Function {
    std::vector<Parameter> parameters;
    std::size_t required = 0;  ///< the parameters that must be given; the others may be left out at the end
    bool variadic = false;     ///< the last parameter may be repeated
    std::function<Value(Call&)> call;
};

/// FEEL's `=` (10.3.2.13): none (null) if the kinds differ and neither is null.
std::optional<bool> equal(const Value&, const Value&);
/// Order of two numbers, strings, dates, times or durations; none where FEEL has none.
std::optional<std::strong_ordering> compare(const Value&, const Value&);
/// Whether a value lies in a range; none where they can't be compared.
std::optional<bool> contains(const Range&, const Value&);

/// `whole` with `value` put at the path of context entries; what is no context on the way becomes one.
Value with_member(const Value& whole, std::span<const std::string> path, Value value);
/// The instant of a date and time, or of ISO 8601 text; a local one is read in `zone`, a date is its midnight there.
std::optional<Instant> to_instant(const Value&, const std::string& zone);
/// The value in FEEL's own notation (10.3.4.2, `string()`); strings without quotes.
std::string to_text(const Value&);
/// The same with strings in quotes, as inside lists and contexts.
std::string to_literal(const Value&);
/// `number`, `list`, ... for messages.
std::string_view name_of(Kind);

}  // namespace dandori::feel
