#pragma once
// The kinds of nodes an expression is parsed to. Names are resolved: a local one is a slot, any other is asked of the
// scope.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/feel/evaluator.h"

namespace dandori::feel {

struct ConstantNode : Node {
    explicit ConstantNode(Value held) : value(std::move(held)) {}
    Value evaluate(Evaluator&) const override { return value; }
    const Value* constant() const override { return &value; }
    Value value;
};

/// What was readable, but can only give null.
struct NullNode : Node {
    explicit NullNode(std::string reason) : why(std::move(reason)) {}
    Value evaluate(Evaluator& evaluator) const override { return evaluator.null(*this, why); }
    std::string why;
};

/// `?`
struct InputNode : Node {
    Value evaluate(Evaluator&) const override;
};

struct VariableNode : Node {
    Value evaluate(Evaluator&) const override;
    /// The same without a warning and without functions of the library.
    std::optional<Value> find(Evaluator&) const;

    std::string name;
    std::vector<std::size_t>
        items;  ///< slots of the items being filtered: a member of one comes first, innermost first
    std::optional<std::size_t> slot;  ///< else the local value; else the scope's
};

struct PathNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer base;
    std::string name;
};

struct FilterNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer base;
    NodePointer condition;
    std::size_t item_slot = 0;
    bool uses_item = false;
};

struct NegationNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer operand;
};

struct ArithmeticNode : Node {
    enum class Operator { Plus, Minus, Times, Divide, Power };
    Value evaluate(Evaluator&) const override;
    Operator op = Operator::Plus;
    NodePointer left;
    NodePointer right;
};

enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

struct ComparisonNode : Node {
    Value evaluate(Evaluator&) const override;
    Comparison op = Comparison::Equal;
    NodePointer left;
    NodePointer right;
};

/// `and` and `or` of two and more.
struct LogicNode : Node {
    Value evaluate(Evaluator&) const override;
    bool is_and = true;
    std::vector<NodePointer> operands;
};

struct BetweenNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer value;
    NodePointer low;
    NodePointer high;
};

/// One test of an input: by an operator, or by a value, list, range or condition.
struct Test {
    std::optional<Comparison> op;
    NodePointer operand;
    bool uses_input = false;
};

/// Whether the value passes one of the tests; null if none says yes and one can't tell.
Value any_passes(Evaluator&, const Node& at, const std::vector<Test>& tests, const Value& value);

struct InNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer value;
    std::vector<Test> tests;
};

struct UnaryTestsNode : Node {
    Value evaluate(Evaluator&) const override;
    std::vector<Test> tests;  ///< none: always true
    bool negated = false;
};

struct IfNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer condition;
    NodePointer then_part;
    NodePointer else_part;
};

struct ListNode : Node {
    Value evaluate(Evaluator&) const override;
    std::vector<NodePointer> items;
};

struct ContextNode : Node {
    struct Entry {
        std::string name;
        NodePointer value;
        std::size_t slot = 0;
    };
    Value evaluate(Evaluator&) const override;
    std::vector<Entry> entries;
};

struct RangeNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer low;  ///< absent: no bound
    NodePointer high;
    bool low_included = true;
    bool high_included = true;
    bool single = false;  ///< both ends are `low`
};

struct Iterator {
    std::size_t slot = 0;
    NodePointer domain;
    NodePointer last;  ///< of `first..last`; `domain` is the first then
};

struct ForNode : Node {
    Value evaluate(Evaluator&) const override;
    std::vector<Iterator> iterators;
    NodePointer body;
    std::optional<std::size_t> partial_slot;  ///< if the body reads it
};

struct QuantifiedNode : Node {
    Value evaluate(Evaluator&) const override;
    bool is_every = false;
    std::vector<Iterator> iterators;
    NodePointer condition;
};

struct InstanceOfNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer value;
    Type type;
};

struct CallNode : Node {
    Value evaluate(Evaluator&) const override;
    NodePointer callee;
    const VariableNode* named_callee = nullptr;    ///< the callee, if it is a bare name
    const std::vector<Value>* built_in = nullptr;  ///< FEEL's own functions of that name
    std::vector<NodePointer> arguments;
    std::vector<std::string> names;  ///< of the arguments, if they are given by name
};

struct FunctionNode : Node {
    Value evaluate(Evaluator&) const override;
    std::vector<Parameter> parameters;  ///< in the first slots
    NodePointer body;                   ///< absent if external
    std::size_t slot_count = 0;
    std::vector<std::pair<std::size_t, std::size_t>> captured;  ///< from the slots outside to the ones inside
    std::vector<std::string> variables;                         ///< that it reads from the scope it was made in
};

/// The member of a value: a context's entry, a part of a date, a range's end; none if it has no such.
std::optional<Value> member_of(const Value& value, std::string_view name);

}  // namespace dandori::feel
