#pragma once
// FEEL, DMN 1.5 chapter 10: parse once, evaluate often.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"
#include "engine/feel/value.h"
#include "engine/instant.h"

namespace dandori::feel {

inline constexpr std::size_t expression_size_max = 256 << 10;  ///< bytes
inline constexpr std::size_t expression_depth_max = 300;       ///< nesting, and operands of one chain
inline constexpr std::size_t evaluation_depth_max =
    6000;  ///< levels of expressions within calls of functions; fewer, if they take 4 MiB of stack
inline constexpr std::size_t value_nesting_max = 1000;     ///< levels of lists and contexts a value made may have
inline constexpr std::size_t list_size_max = 1'000'000;    ///< items a list made by an expression may have
inline constexpr std::size_t string_size_max = 16 << 20;   ///< bytes a string made by an expression may have
inline constexpr std::size_t value_weight_max = 4'000'000;  ///< Value::weight() a value made may have
inline constexpr std::size_t iterations_max = 10'000'000;  ///< of all loops and filters in one evaluation
inline constexpr std::size_t operations_max = 100'000'000;  ///< of one Effort; seconds, at worst a minute
inline constexpr std::size_t match_steps_max = 20'000'000;  ///< of matching a pattern once; some tenths of a second

/// Where an expression finds its variables; asked only for those it names, each time it reads one.
struct Scope {
    virtual ~Scope() = default;
    virtual std::optional<Value> find(std::string_view name) const = 0;
    /// The names there are, as far as known; for messages only.
    virtual std::vector<std::string> names() const { return {}; }
};

/// The entries of a context as variables. Anything but a context has none.
class ContextScope : public Scope {
  public:
    explicit ContextScope(Value context) : context_(std::move(context)) {}
    std::optional<Value> find(std::string_view name) const override;
    std::vector<std::string> names() const override;

  private:
    Value context_;
};

/// Functions by name, each with one or several signatures.
class FunctionLibrary {
  public:
    /// Adds a signature. Positional calls take the first that fits in number, named ones the first with all the names.
    void add(std::string name, Function function);
    /// The same: parameters by name, the first `required` of which must be given (all, if not said).
    void add(std::string name, std::vector<std::string> parameters, std::function<Value(Call&)> call,
             std::optional<std::size_t> required = {}, bool variadic = false);
    /// Null pointer if there is none of that name.
    const std::vector<Value>* find(std::string_view name) const;
    std::vector<std::string> names() const;

  private:
    std::map<std::string, std::vector<Value>, std::less<>> functions_;
};

/// FEEL's own functions and those that Camunda 8 adds.
const FunctionLibrary& built_in_functions();

/// What has been done, in operations: a part of an expression evaluated is one; what a function or a comparison looks at counts by
/// its weight, the matching of patterns by its steps.
struct Effort {
    std::size_t operations = 0;
    bool is_spent() const { return operations > operations_max; }
};

/// What an evaluation may know besides its variables.
struct Surroundings {
    Instant now;
    std::string zone = "Asia/Tokyo";             ///< of `now()` and `today()`; a name of the tz data
    const FunctionLibrary* functions = nullptr;  ///< found after variables and before the built-in ones
    std::uint64_t seed = 0;                      ///< of `random number()` and `uuid()`: the same seed gives the same
    Effort* effort = nullptr;                    ///< of several evaluations together; null pointer: each has its own
    std::vector<Value>* notes = nullptr;         ///< functions that can say how they came to their result add it here
};

/// Why some part of an expression gave null.
struct Warning {
    std::size_t position = 0;  ///< byte offset into the text
    std::string expression;    ///< the part, shortened if long
    std::string text;          ///< one sentence, with the operands
};

struct Evaluation {
    Value value;
    std::vector<Warning> warnings;  ///< the first hundred
};

class Evaluator;

/// One call of a function on its way.
class Call {
  public:
    Call(Evaluator& evaluator, std::span<const Value> arguments) : evaluator_(evaluator), arguments_(arguments) {}
    /// As many as were given; a named one left out in the middle is null.
    std::span<const Value> arguments() const { return arguments_; }
    /// The argument, or null if it wasn't given.
    const Value& operator[](std::size_t index) const;
    const Surroundings& surroundings() const;
    /// Null, and the reason for it.
    Value null(std::string why);
    /// Calls a function value.
    Value invoke(const Value& function, std::span<const Value> arguments);
    Evaluator& evaluator() { return evaluator_; }

  private:
    Evaluator& evaluator_;
    std::span<const Value> arguments_;
};

struct ParseOptions {
    /// Names (of variables or members) that hold operators or keywords; those of plain words need no mention.
    std::vector<std::string> names;
    /// Types by name that `instance of` and parameters may name besides FEEL's own (DMN's item definitions). May be
    /// null.
    const std::map<std::string, Type, std::less<>>* types = nullptr;
};

class Node;

/// An expression or unary tests, parsed. Immutable, shared, cheap to copy, usable from several threads.
class Expression {
  public:
    Expression() = default;  ///< the expression `null`

    /// A Failure of kind Syntax or Bounds tells position and what was expected.
    static Result<Expression> parse(std::string_view text, const ParseOptions& = {});
    /// A cell of a decision table: tests of the input value `?`; `-` is always true.
    static Result<Expression> parse_unary_tests(std::string_view text, const ParseOptions& = {});

    /// A constant, as a literal expression would give it.
    static Expression constant(Value value);

    const std::string& text() const;
    /// The variables it reads from its scope, sorted; built-in functions it calls are not among them.
    const std::vector<std::string>& names() const;

    Evaluation evaluate(const Scope&, const Surroundings&) const;
    /// With the value of `?`. Unary tests give true or false, or null where they can't tell.
    Evaluation evaluate_unary_tests(const Value& input, const Scope&, const Surroundings&) const;

  private:
    struct Parsed;
    friend Value function_of(std::vector<Parameter>, Expression, std::shared_ptr<const Scope>);
    static Result<Expression> parse(std::string_view text, const ParseOptions&, bool unary_tests);
    std::shared_ptr<const Parsed> parsed_;
};

/// Calls a function value from outside of an expression.
Evaluation invoke(const Value& function, std::span<const Value> arguments, const Surroundings&);

/// A function value of a body to be evaluated with its parameters before the names found in `captured`.
Value function_of(std::vector<Parameter> parameters, Expression body, std::shared_ptr<const Scope> captured);

/// The type a text names, as after `instance of`: `list<number>`, `days and time duration`, ...
Result<Type> parse_type(std::string_view text);

}  // namespace dandori::feel
