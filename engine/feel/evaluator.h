#pragma once
// What evaluates the nodes of a parsed expression: variables, slots of local values, warnings and the bounds.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/feel/expression.h"

namespace dandori::feel {

/// A part of a parsed expression. Immutable; owned by the part around it.
class Node {
  public:
    Node() = default;
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;
    virtual ~Node() = default;
    virtual Value evaluate(Evaluator&) const = 0;
    /// The value, if it is known before any evaluation.
    virtual const Value* constant() const { return nullptr; }

    std::size_t begin = 0;  ///< byte offsets into the text
    std::size_t end = 0;
    std::size_t height = 1;  ///< levels of nodes, with this one
};

using NodePointer = std::unique_ptr<const Node>;

class Evaluator {
  public:
    /// Which expression is at work; it changes with each function called.
    struct Unit {
        const Scope* scope = nullptr;  ///< null: no variables
        std::string_view text;
        const std::shared_ptr<const void>* owner = nullptr;  ///< keeps the nodes
        const Value* input = nullptr;                        ///< of unary tests
        std::size_t base = 0;                                ///< of the slots
    };

    explicit Evaluator(const Surroundings& surroundings);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    const Surroundings& surroundings() const { return surroundings_; }
    const Unit& unit() const { return unit_; }
    const Value* input() const { return unit_.input; }

    Value& slot(std::size_t index) { return slots_[unit_.base + index]; }

    /// Evaluates a root with its own slots, variables and text, and returns to those that were.
    Value run(const Node& root, Unit unit, std::size_t slot_count, std::span<const Value> first_slots = {});
    Value with_input(const Node& node, const Value* input);

    std::optional<Value> find_variable(std::string_view name) const;
    std::vector<std::string> variable_names() const;

    /// Calls a function value with its arguments, as often as need be given as null. `at` is where it is called.
    Value call(const Node* at, std::string_view name, const Function& function, std::span<const Value> arguments);
    /// Null, and a warning why. While muted no warning is kept.
    Value null(const Node& node, std::string why);
    /// The same at the call on its way.
    Value null_at_call(std::string why);
    std::string_view function_name() const { return function_name_; }
    const Function* function() const { return function_; }

    /// Whether so many more steps of loops may be taken. If not, everything ends with null.
    bool may_iterate(const Node& node, std::size_t steps = 1);
    bool may_iterate_at_call(std::size_t steps);
    /// Whether something of this weight (Value::weight) may be looked at as a whole. If not, everything ends with null.
    bool may_look_at(const Node& node, std::size_t weight) { return may_operate(&node, weight / weight_of_operation); }
    /// Whether so many more operations may be done; `at` is a null pointer for the call on its way.
    bool may_operate(const Node* at, std::size_t operations);
    std::size_t operations_left() const;
    /// The value, or null with the reason if it is nested or long beyond the bounds.
    Value bounded(const Node& node, Value value);
    bool stopped() const { return stopped_; }

    std::uint64_t random();

    Evaluation finished(Value value);

    /// One level more of expressions; `allowed` is false beyond the bound.
    class Level {
      public:
        Level(Evaluator& evaluator, const Node& node) : evaluator_(evaluator), allowed(evaluator.enter(node)) {}
        ~Level() { --evaluator_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

      private:
        Evaluator& evaluator_;

      public:
        const bool allowed;
    };

    class Mute {
      public:
        explicit Mute(Evaluator& evaluator) : evaluator_(evaluator) { ++evaluator_.muted_; }
        ~Mute() { --evaluator_.muted_; }
        Mute(const Mute&) = delete;
        Mute& operator=(const Mute&) = delete;

      private:
        Evaluator& evaluator_;
    };

  private:
    static constexpr std::size_t weight_of_operation = 8;

    bool enter(const Node& node);
    Value stop(const Node* node, std::string why);

    const Surroundings& surroundings_;
    Unit unit_;
    std::vector<Value> slots_;
    std::vector<Warning> warnings_;
    const Node* call_at_ = nullptr;
    Unit call_unit_;
    std::string_view function_name_;
    const Function* function_ = nullptr;
    std::size_t depth_ = 0;
    std::size_t iterations_ = 0;
    Effort own_effort_;
    Effort& effort_;
    int muted_ = 0;
    bool stopped_ = false;
    bool random_begun_ = false;
    bool is_outermost_ = false;
    std::uint64_t random_state_ = 0;
};

/// Kind and value for a message: `string "soon"`, `number 5`, `null`.
std::string described(const Value&);

}  // namespace dandori::feel
