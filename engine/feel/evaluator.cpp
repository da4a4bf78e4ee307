#include "engine/feel/evaluator.h"

#include <algorithm>
#include <utility>

#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

constexpr std::size_t warnings_max = 100;

// Levels differ in what they take of the stack, most of all under sanitizers, and functions from outside may evaluate
// anew within: so the stack that all of it takes on this thread is bounded too. Threads have 8 MiB.
constexpr std::ptrdiff_t stack_used_max = 4 << 20;
thread_local const char* stack_at_outermost = nullptr;

const char* stack_here() { return static_cast<const char*>(__builtin_frame_address(0)); }

}  // namespace

std::string described(const Value& value) {
    constexpr std::size_t weight_told_max = 200;
    if (value.is_null()) return "null";
    const std::string name(name_of(value.kind()));
    if (value.weight() <= weight_told_max) return name + " " + shortened(to_literal(value), 60);
    if (value.is_string()) return name + " " + shortened(quoted(shortened(value.as_string(), 60)), 60);
    if (value.is_list()) return name + " of " + std::to_string(value.as_list().size()) + " items";
    return name + " of " + std::to_string(value.weight()) + " values";
}

Evaluator::Evaluator(const Surroundings& surroundings)
    : surroundings_(surroundings),
      effort_(surroundings.effort != nullptr ? *surroundings.effort : own_effort_),
      is_outermost_(stack_at_outermost == nullptr) {
    if (is_outermost_) stack_at_outermost = stack_here();
}

Evaluator::~Evaluator() {
    if (is_outermost_) stack_at_outermost = nullptr;
}

Value Evaluator::run(const Node& root, Unit unit, std::size_t slot_count, std::span<const Value> first_slots) {
    const Unit before = unit_;
    unit.base = slots_.size();
    if (slot_count > 0) {
        slots_.resize(unit.base + slot_count);
        std::copy(first_slots.begin(), first_slots.end(), slots_.begin() + static_cast<std::ptrdiff_t>(unit.base));
    }
    unit_ = unit;
    Value result = root.evaluate(*this);
    if (slot_count > 0) slots_.resize(unit_.base);
    unit_ = before;
    return result;
}

Value Evaluator::with_input(const Node& node, const Value* input) {
    const Value* before = unit_.input;
    unit_.input = input;
    Value result = node.evaluate(*this);
    unit_.input = before;
    return result;
}

std::optional<Value> Evaluator::find_variable(std::string_view name) const {
    if (unit_.scope == nullptr) return {};
    return unit_.scope->find(name);
}

std::vector<std::string> Evaluator::variable_names() const {
    return unit_.scope == nullptr ? std::vector<std::string>{} : unit_.scope->names();
}

Value Evaluator::call(const Node* at, std::string_view name, const Function& function,
                      std::span<const Value> arguments) {
    const Node* at_before = call_at_;
    const Unit unit_before = call_unit_;
    const std::string_view name_before = function_name_;
    const Function* function_before = function_;
    if (at != nullptr) {
        call_at_ = at;
        call_unit_ = unit_;
    }
    function_name_ = name;
    function_ = &function;
    Value result;
    std::vector<Value> fitted;
    bool fits = true;
    for (std::size_t index = 0; index < arguments.size() && index < function.parameters.size(); ++index) {
        const Type& type = function.parameters[index].type;
        if (!type.kind || type.contains(arguments[index])) continue;
        auto value = conformed(arguments[index], type);
        if (!value) {
            result = null_at_call("'" + function.parameters[index].name + "' is " + described(arguments[index]) + "; " +
                                  to_text(type) + " is needed.");
            fits = false;
            break;
        }
        if (fitted.empty()) fitted.assign(arguments.begin(), arguments.end());
        fitted[index] = std::move(*value);
    }
    if (fits) {
        Call call(*this, fitted.empty() ? arguments : std::span<const Value>(fitted));
        result = function.call(call);
    }
    call_at_ = at_before;
    call_unit_ = unit_before;
    function_name_ = name_before;
    function_ = function_before;
    return result;
}

Value Evaluator::null(const Node& node, std::string why) {
    if (muted_ == 0 && warnings_.size() < warnings_max) {
        const std::size_t end = std::min(node.end, unit_.text.size());
        const std::size_t begin = std::min(node.begin, end);
        warnings_.push_back({begin, shortened(unit_.text.substr(begin, end - begin)), std::move(why)});
    }
    return {};
}

Value Evaluator::null_at_call(std::string why) {
    if (muted_ > 0 || warnings_.size() >= warnings_max) return {};
    if (call_at_ == nullptr) {
        warnings_.push_back({0, "", std::move(why)});
        return {};
    }
    const std::size_t end = std::min(call_at_->end, call_unit_.text.size());
    const std::size_t begin = std::min(call_at_->begin, end);
    warnings_.push_back({begin, shortened(call_unit_.text.substr(begin, end - begin)), std::move(why)});
    return {};
}

bool Evaluator::may_iterate(const Node& node, std::size_t steps) {
    if (stopped_) return false;
    iterations_ += steps;
    if (iterations_ <= iterations_max) return true;
    stop(&node, "More than " + std::to_string(iterations_max) + " steps of loops and filters are not taken.");
    return false;
}

bool Evaluator::may_iterate_at_call(std::size_t steps) {
    if (stopped_) return false;
    iterations_ += steps;
    if (iterations_ <= iterations_max) return true;
    stop(nullptr, "More than " + std::to_string(iterations_max) + " steps of loops and filters are not taken.");
    return false;
}

bool Evaluator::may_operate(const Node* at, std::size_t operations) {
    if (stopped_) return false;
    effort_.operations += operations;
    if (!effort_.is_spent()) return true;
    stop(at, "It takes more than the " + std::to_string(operations_max) + " operations that are done.");
    return false;
}

std::size_t Evaluator::operations_left() const {
    return effort_.is_spent() ? 0 : operations_max - effort_.operations;
}

Value Evaluator::bounded(const Node& node, Value value) {
    if (value.nesting() > value_nesting_max) {
        return stop(&node,
                    "Values nested more than " + std::to_string(value_nesting_max) + " levels deep are not made.");
    }
    if (value.weight() > value_weight_max) {
        return stop(&node,
                    "Values that hold more than " + std::to_string(value_weight_max) + " others are not made.");
    }
    if (value.is_list() && value.as_list().size() > list_size_max) {
        return stop(&node, "Lists of more than " + std::to_string(list_size_max) + " items are not made.");
    }
    if (value.is_string() && value.as_string().size() > string_size_max) {
        return stop(&node, "Strings of more than " + std::to_string(string_size_max) + " bytes are not made.");
    }
    return value;
}

bool Evaluator::enter(const Node& node) {
    ++depth_;
    if (stopped_) return false;
    if (!may_operate(&node, 1)) return false;
    if (depth_ <= evaluation_depth_max && stack_at_outermost - stack_here() < stack_used_max) return true;
    stop(&node,
         "Functions called more than " + std::to_string(evaluation_depth_max) + " levels deep are not evaluated.");
    return false;
}

Value Evaluator::stop(const Node* node, std::string why) {
    stopped_ = true;
    // This one must be seen, whatever came before.
    if (warnings_.size() >= warnings_max) warnings_.pop_back();
    const int muted = std::exchange(muted_, 0);
    if (node != nullptr) {
        null(*node, std::move(why));
    } else {
        null_at_call(std::move(why));
    }
    muted_ = muted;
    return {};
}

std::uint64_t Evaluator::random() {
    // SplitMix64: a sequence that the seed alone decides.
    if (!random_begun_) random_state_ = surroundings_.seed;
    random_begun_ = true;
    std::uint64_t mixed = random_state_ += 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

Evaluation Evaluator::finished(Value value) {
    if (stopped_) value = Value();
    return {std::move(value), std::move(warnings_)};
}

const Value& Call::operator[](std::size_t index) const {
    static const Value none;
    return index < arguments_.size() ? arguments_[index] : none;
}

const Surroundings& Call::surroundings() const { return evaluator_.surroundings(); }

Value Call::null(std::string why) { return evaluator_.null_at_call(std::move(why)); }

Value Call::invoke(const Value& function, std::span<const Value> arguments) {
    if (!function.is_function()) return null("A function is needed, not " + described(function) + ".");
    const Function& callee = function.as_function();
    if (arguments.size() < callee.required || (arguments.size() > callee.parameters.size() && !callee.variadic)) {
        return null(to_text(function) + " can't be called with " + std::to_string(arguments.size()) + " arguments.");
    }
    return evaluator_.call(nullptr, evaluator_.function_name(), callee, arguments);
}

}  // namespace dandori::feel
