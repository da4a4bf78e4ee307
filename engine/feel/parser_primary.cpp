// Literals, parentheses, contexts, loops, functions and names.
#include <array>

#include "engine/feel/parser.h"
#include "engine/feel/parser_build.h"
#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

std::optional<Value> temporal_value(const std::string& text) {
    if (const auto date = date_from_text(text)) return Value(*date);
    if (auto date_time = date_time_from_text(text)) return Value(std::move(*date_time));
    if (auto time = time_from_text(text)) return Value(std::move(*time));
    if (const auto months = months_duration_from_text(text)) return Value(*months);
    if (const auto days = days_duration_from_text(text)) return Value(*days);
    return {};
}

}  // namespace

Result<NodePointer> Parser::primary() {
    const std::size_t begin = token_.begin;
    switch (token_.kind) {
        case Token::Kind::Number: return literal_number();
        case Token::Kind::String: {
            auto node = std::make_unique<ConstantNode>(Value(unescaped(token_.text)));
            advance();
            return finished(std::move(node), begin);
        }
        case Token::Kind::Word: return name_or_keyword();
        case Token::Kind::Symbol: break;
        default: return refuse("an expression");
    }
    if (token_.is("(")) return parenthesis();
    if (token_.is("[")) return list_or_range();
    if (token_.is("]")) return excluding_range();
    if (token_.is("{")) return context_literal();
    if (token_.is("@")) return at_literal();
    if (token_.is("?")) {
        advance();
        input_used_ = true;
        return finished(std::make_unique<InputNode>(), begin);
    }
    return refuse("an expression");
}

Result<NodePointer> Parser::literal_number() {
    const std::size_t begin = token_.begin;
    const auto number = Decimal::from_text(token_.text);
    if (!number) {
        return fail(Failure::Kind::Bounds,
                    "The number " + shortened(token_.text, 40) + " is beyond what a decimal of 34 digits holds.");
    }
    advance();
    return finished(std::make_unique<ConstantNode>(Value(*number)), begin);
}

Result<NodePointer> Parser::at_literal() {
    const std::size_t begin = token_.begin;
    advance();
    if (token_.kind != Token::Kind::String) return refuse("a date, time or duration in quotes");
    const std::string text = unescaped(token_.text);
    advance();
    if (auto value = temporal_value(text)) return finished(std::make_unique<ConstantNode>(std::move(*value)), begin);
    return finished(
        std::make_unique<NullNode>("\"" + shortened(text, 40) + "\" is no date, time, date and time or duration."),
        begin);
}

Result<NodePointer> Parser::parenthesis() {
    const std::size_t begin = token_.begin;
    advance();
    if (const auto op = test_operator()) {
        const Depth depth(*this);
        if (!depth.allowed) return refuse_chain();
        auto node = std::make_unique<RangeNode>();
        node->low_included = *op == Comparison::GreaterOrEqual || *op == Comparison::Equal;
        node->high_included = *op == Comparison::LessOrEqual || *op == Comparison::Equal;
        auto end = TRY(additive());
        if (*op == Comparison::NotEqual) {
            TRY(expect(")"));
            return finished(std::make_unique<NullNode>("'!=' makes no range; it stands only in tests."), begin);
        }
        node->single = *op == Comparison::Equal;
        adopt(*node, *op == Comparison::Less || *op == Comparison::LessOrEqual ? node->high : node->low,
              std::move(end));
        TRY(expect(")"));
        return finished(std::move(node), begin);
    }
    if (token_.is("..")) return range_from(begin, false, {});
    auto inner = TRY(whole());
    if (token_.is("..")) return range_from(begin, false, std::move(inner));
    TRY(expect(")"));
    return inner;
}

Result<NodePointer> Parser::range_from(std::size_t begin, bool low_included, NodePointer low) {
    auto node = std::make_unique<RangeNode>();
    node->low_included = low_included;
    const bool has_low = low != nullptr;
    if (has_low) adopt(*node, node->low, std::move(low));
    TRY(expect(".."));
    // An end may be left open, as range() writes it: `[5..)`, `(..5]`.
    const bool open = token_.is(")") || (token_.is("[") && !begins_expression(lexer_.at(token_.end)));
    if (has_low && open) {
        advance();
        node->high_included = false;
        return finished(std::move(node), begin);
    }
    adopt(*node, node->high, TRY(additive()));
    node->high_included = token_.is("]");
    if (!take("]") && !take(")") && !take("[")) return refuse("the end of the range, ']' or ')',");
    const Value* first = has_low ? node->low->constant() : nullptr;
    const Value* last = node->high->constant();
    if (first != nullptr && last != nullptr && compare(*first, *last)) {
        return finished(
            std::make_unique<ConstantNode>(Value(Range{*first, node->low_included, *last, node->high_included})),
            begin);
    }
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::excluding_range() {
    const Depth depth(*this);
    if (!depth.allowed) return refuse_chain();
    const std::size_t begin = token_.begin;
    advance();
    if (token_.is("..")) return range_from(begin, false, {});
    auto low = TRY(additive());
    if (!token_.is("..")) return refuse("'..'");
    return range_from(begin, false, std::move(low));
}

Result<NodePointer> Parser::list_or_range() {
    const std::size_t begin = token_.begin;
    advance();
    auto node = std::make_unique<ListNode>();
    if (take("]")) return finished(std::move(node), begin);
    auto first = TRY(whole());
    if (token_.is("..")) return range_from(begin, true, std::move(first));
    adopt(*node, node->items, std::move(first));
    while (take(",")) adopt(*node, node->items, TRY(whole()));
    if (!take("]")) return refuse("',' or ']'");
    if (std::all_of(node->items.begin(), node->items.end(),
                    [](const NodePointer& item) { return item->constant() != nullptr; })) {
        List list;
        for (const NodePointer& item : node->items) list.push_back(*item->constant());
        return finished(std::make_unique<ConstantNode>(Value(std::move(list))), begin);
    }
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::context_literal() {
    const std::size_t begin = token_.begin;
    advance();
    auto node = std::make_unique<ContextNode>();
    frames_.back().names.emplace_back();
    if (!token_.is("}")) {
        do {
            ContextNode::Entry entry;
            entry.name = TRY(read_entry_name());
            TRY(expect(":"));
            auto value = TRY(whole());
            node->height = std::max(node->height, value->height + 1);
            entry.value = std::move(value);
            entry.slot = new_slot();
            know(entry.name);
            names().locals.emplace_back(entry.name, entry.slot);
            node->entries.push_back(std::move(entry));
        } while (take(","));
    }
    frames_.back().names.pop_back();
    if (!take("}")) return refuse("',' or '}'");
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::conditional() {
    const std::size_t begin = token_.begin;
    advance();
    auto node = std::make_unique<IfNode>();
    adopt(*node, node->condition, TRY(whole()));
    TRY(expect_word("then"));
    adopt(*node, node->then_part, TRY(whole()));
    TRY(expect_word("else"));
    adopt(*node, node->else_part, TRY(whole()));
    return finished(std::move(node), begin);
}

Result<std::vector<Iterator>> Parser::iterators(Node& owner) {
    std::vector<Iterator> list;
    do {
        std::string name = TRY(parameter_name("a variable's name"));
        TRY(expect_word("in"));
        Iterator iterator;
        adopt(owner, iterator.domain, TRY(whole()));
        if (take("..")) adopt(owner, iterator.last, TRY(whole()));
        iterator.slot = new_slot();
        know(name);
        names().locals.emplace_back(std::move(name), iterator.slot);
        list.push_back(std::move(iterator));
        if (list.size() > 100) return refuse_chain();
    } while (take(","));
    return list;
}

Result<NodePointer> Parser::loop() {
    const std::size_t begin = token_.begin;
    advance();
    auto node = std::make_unique<ForNode>();
    frames_.back().names.emplace_back();
    names().partial_slot = new_slot();
    node->iterators = TRY(iterators(*node));
    names().locals.emplace(names().locals.begin(), "partial", *names().partial_slot);
    TRY(expect_word("return"));
    adopt(*node, node->body, TRY(whole()));
    if (names().partial_used) node->partial_slot = names().partial_slot;
    frames_.back().names.pop_back();
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::quantified() {
    const std::size_t begin = token_.begin;
    auto node = std::make_unique<QuantifiedNode>();
    node->is_every = token_.is_word("every");
    advance();
    frames_.back().names.emplace_back();
    node->iterators = TRY(iterators(*node));
    TRY(expect_word("satisfies"));
    adopt(*node, node->condition, TRY(whole()));
    frames_.back().names.pop_back();
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::function_literal() {
    const std::size_t begin = token_.begin;
    advance();
    TRY(expect("("));
    auto node = std::make_unique<FunctionNode>();
    Frame frame;
    frame.names.emplace_back();
    if (!token_.is(")")) {
        do {
            Parameter parameter;
            parameter.name = TRY(parameter_name("a parameter's name"));
            if (take(":")) parameter.type = TRY(type_name());
            know(parameter.name);
            frame.names.back().locals.emplace_back(parameter.name, frame.slot_count++);
            node->parameters.push_back(std::move(parameter));
        } while (take(","));
    }
    TRY(expect(")"));
    if (token_.is_word("external")) {
        advance();
        TRY(whole());
        return finished(std::move(node), begin);
    }
    frames_.push_back(std::move(frame));
    adopt(*node, node->body, TRY(whole()));
    node->slot_count = frames_.back().slot_count;
    node->captured = std::move(frames_.back().captured);
    node->variables.assign(frames_.back().variables.begin(), frames_.back().variables.end());
    frames_.pop_back();
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::name_or_keyword() {
    const std::size_t begin = token_.begin;
    if (!known_name(false)) {
        const auto constant = [&](Value value) {
            advance();
            return finished(std::make_unique<ConstantNode>(std::move(value)), begin);
        };
        if (token_.is_word("null")) return constant(Value());
        if (token_.is_word("true")) return constant(Value(true));
        if (token_.is_word("false")) return constant(Value(false));
        if (token_.is_word("if")) return conditional();
        if (token_.is_word("for")) return loop();
        if (token_.is_word("some") || token_.is_word("every")) return quantified();
        if (token_.is_word("function") && lexer_.at(token_.end).is("(")) return function_literal();
        if (!begins_expression(token_)) return refuse("an expression");
    }
    const NameRead read = read_name();
    go_to(read.end);
    auto node = std::make_unique<VariableNode>();
    node->name = read.name;
    const Resolved resolved = resolve(frames_.size() - 1, read.name);
    node->items = resolved.items;
    node->slot = resolved.slot;
    const bool calls_built_in = token_.is("(") && built_in_functions().find(read.name) != nullptr;
    if (!resolved.slot && !calls_built_in) variables_.insert(read.name);
    return finished(std::move(node), begin);
}

Result<std::vector<Type>> Parser::types_until(std::string_view closing) {
    std::vector<Type> types;
    if (!token_.is(closing)) {
        do {
            types.push_back(TRY(type_name()));
        } while (take(","));
    }
    TRY(expect(closing));
    return types;
}

Result<Type> Parser::type_name() {
    const Depth depth(*this);
    if (!depth.allowed) return refuse_chain();
    if (token_.kind != Token::Kind::Word) return refuse("a type");
    struct Simple {
        std::string_view text;
        std::optional<Kind> kind;
    };
    // With the names that DMN 1.1 had.
    static constexpr std::array simple{Simple{"Any", std::nullopt},
                                       Simple{"Null", Kind::Null},
                                       Simple{"boolean", Kind::Boolean},
                                       Simple{"number", Kind::Number},
                                       Simple{"string", Kind::String},
                                       Simple{"date and time", Kind::DateTime},
                                       Simple{"dateTime", Kind::DateTime},
                                       Simple{"date", Kind::Date},
                                       Simple{"time", Kind::Time},
                                       Simple{"days and time duration", Kind::DaysDuration},
                                       Simple{"dayTimeDuration", Kind::DaysDuration},
                                       Simple{"years and months duration", Kind::MonthsDuration},
                                       Simple{"yearMonthDuration", Kind::MonthsDuration},
                                       Simple{"list", Kind::List},
                                       Simple{"context", Kind::Context},
                                       Simple{"range", Kind::Range},
                                       Simple{"function", Kind::Function}};
    // An own name may hold dots (of an import) and spaces; the longest known wins.
    std::optional<std::size_t> end;
    Type type;
    const auto consider = [&](const std::string& name, const Type& named) {
        const auto found = matched(pieces_of_name(name), token_.begin);
        if (!found || (end && *end >= *found)) return;
        end = found;
        type = named;
    };
    for (const Simple& each : simple) {
        Type named;
        named.kind = each.kind;
        consider(std::string(each.text), named);
    }
    if (options_.types != nullptr) {
        for (const auto& [name, named] : *options_.types) consider(name, named);
    }
    if (!end) {
        const NameRead read = read_name(true);
        return fail(Failure::Kind::Syntax,
                    "At character " + std::to_string(code_point_count(lexer_.text().substr(0, token_.begin)) + 1) +
                        " there is no type '" + read.name + "'.");
    }
    go_to(*end);
    if (!type.untyped || !token_.is("<")) return type;
    if (type.kind == Kind::List || type.kind == Kind::Range) {
        advance();
        type.untyped = false;
        type.inner.push_back(TRY(type_name()));
        TRY(expect(">"));
    } else if (type.kind == Kind::Context) {
        advance();
        type.untyped = false;
        if (!token_.is(">")) {
            do {
                type.members.push_back(TRY(read_entry_name()));
                TRY(expect(":"));
                type.inner.push_back(TRY(type_name()));
            } while (take(","));
        }
        TRY(expect(">"));
    } else if (type.kind == Kind::Function) {
        advance();
        type.untyped = false;
        type.inner = TRY(types_until(">"));
        TRY(expect("->"));
        type.inner.push_back(TRY(type_name()));
    }
    return type;
}

}  // namespace dandori::feel
