// The operators of an expression, from the loosest to the tightest (DMN 1.5, 10.3.1.2).
#include "engine/feel/parser.h"

#include <array>

#include "engine/feel/parser_build.h"
#include "engine/feel/text.h"

namespace dandori::feel {

Parser::Parser(std::string_view text, const ParseOptions& options) : lexer_(text), options_(options) {
    frames_.emplace_back();
    frames_.back().names.emplace_back();
    for (const std::string& name : options.names) know(name);
    advance();
}

Result<NodePointer> Parser::expression() {
    auto node = TRY(whole());
    if (token_.kind != Token::Kind::End) return refuse("an operator or the end");
    return node;
}

Result<NodePointer> Parser::unary_tests() {
    const std::size_t begin = token_.begin;
    auto node = std::make_unique<UnaryTestsNode>();
    if (token_.is("-") && lexer_.at(token_.end).kind == Token::Kind::End) {
        advance();
        return finished(std::move(node), begin);
    }
    if (token_.is_word("not") && lexer_.at(token_.end).is("(")) {
        // `not(...)` around everything negates tests; followed by more it is the function.
        const Token before = token_;
        const std::size_t last_end_before = last_end_;
        advance();
        advance();
        auto negated = tests();
        if (negated && take(")") && token_.kind == Token::Kind::End) {
            node->negated = true;
            node->tests = std::move(*negated);
            for (const Test& each : node->tests) node->height = std::max(node->height, each.operand->height + 1);
            return finished(std::move(node), begin);
        }
        if (!negated && negated.error().kind == Failure::Kind::Bounds) return fail(std::move(negated).error());
        token_ = before;
        last_end_ = last_end_before;
        frames_.resize(1);
        frames_.front().names.resize(1);
    }
    node->tests = TRY(tests());
    for (const Test& each : node->tests) node->height = std::max(node->height, each.operand->height + 1);
    if (token_.kind != Token::Kind::End) return refuse("',' or the end");
    return finished(std::move(node), begin);
}

Result<Type> Parser::type() {
    auto read = TRY(type_name());
    if (token_.kind != Token::Kind::End) return refuse("the end");
    return read;
}

Result<NodePointer> Parser::whole() {
    const Depth depth(*this);
    if (!depth.allowed) return refuse_chain();
    return disjunction();
}

Result<NodePointer> Parser::disjunction() {
    const std::size_t begin = token_.begin;
    auto left = TRY(conjunction());
    if (!token_.is_word("or")) return left;
    auto node = std::make_unique<LogicNode>();
    node->is_and = false;
    adopt(*node, node->operands, std::move(left));
    while (take_word("or")) {
        adopt(*node, node->operands, TRY(conjunction()));
        if (node->operands.size() > expression_depth_max) return refuse_chain();
    }
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::conjunction() {
    const std::size_t begin = token_.begin;
    auto left = TRY(comparison());
    if (!token_.is_word("and")) return left;
    auto node = std::make_unique<LogicNode>();
    adopt(*node, node->operands, std::move(left));
    while (take_word("and")) {
        adopt(*node, node->operands, TRY(comparison()));
        if (node->operands.size() > expression_depth_max) return refuse_chain();
    }
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::comparison() { return comparison_of(TRY(additive())); }

std::optional<Comparison> Parser::operator_here() const {
    if (token_.kind != Token::Kind::Symbol) return {};
    if (token_.text == "=") return Comparison::Equal;
    if (token_.text == "!=") return Comparison::NotEqual;
    if (token_.text == "<") return Comparison::Less;
    if (token_.text == "<=") return Comparison::LessOrEqual;
    if (token_.text == ">") return Comparison::Greater;
    if (token_.text == ">=") return Comparison::GreaterOrEqual;
    return {};
}

std::optional<Comparison> Parser::test_operator() {
    const auto op = operator_here();
    if (op) advance();
    return op;
}

Result<NodePointer> Parser::comparison_of(NodePointer left) {
    const std::size_t begin = left->begin;
    for (std::size_t count = 0;; ++count) {
        if (count > expression_depth_max) return refuse_chain();
        if (const auto op = test_operator()) {
            auto node = std::make_unique<ComparisonNode>();
            node->op = *op;
            adopt(*node, node->left, std::move(left));
            adopt(*node, node->right, TRY(additive()));
            left = TRY(finished(std::move(node), begin));
        } else if (take_word("between")) {
            left = TRY(between(std::move(left)));
        } else if (take_word("in")) {
            left = TRY(in_tests(std::move(left)));
        } else if (token_.is_word("instance")) {
            advance();
            left = TRY(instance_of(std::move(left)));
        } else {
            return left;
        }
    }
}

Result<NodePointer> Parser::between(NodePointer value) {
    const std::size_t begin = value->begin;
    auto node = std::make_unique<BetweenNode>();
    adopt(*node, node->value, std::move(value));
    adopt(*node, node->low, TRY(additive()));
    TRY(expect_word("and"));
    adopt(*node, node->high, TRY(additive()));
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::instance_of(NodePointer value) {
    const std::size_t begin = value->begin;
    TRY(expect_word("of"));
    auto node = std::make_unique<InstanceOfNode>();
    adopt(*node, node->value, std::move(value));
    node->type = TRY(type_name());
    return finished(std::move(node), begin);
}

Result<Test> Parser::test() {
    const bool used_before = input_used_;
    input_used_ = false;
    Test result;
    result.op = test_operator();
    if (result.op) {
        const Depth depth(*this);
        if (!depth.allowed) return refuse_chain();
        result.operand = TRY(additive());
    } else {
        result.operand = TRY(whole());
    }
    result.uses_input = input_used_;
    input_used_ = input_used_ || used_before;
    return result;
}

Result<std::vector<Test>> Parser::tests() {
    std::vector<Test> list;
    do {
        list.push_back(TRY(test()));
    } while (take(","));
    return list;
}

Result<NodePointer> Parser::in_tests(NodePointer value) {
    const std::size_t begin = value->begin;
    auto node = std::make_unique<InNode>();
    adopt(*node, node->value, std::move(value));
    const auto add = [&](Test test) {
        node->height = std::max(node->height, test.operand->height + 1);
        node->tests.push_back(std::move(test));
    };
    if (!token_.is("(")) {
        if (operator_here()) {
            add(TRY(test()));
        } else {
            add(Test{{}, TRY(additive()), false});
        }
        return finished(std::move(node), begin);
    }
    const std::size_t opened = token_.begin;
    advance();
    Test first = TRY(test());
    if (!first.op && token_.is("..")) {
        auto range = TRY(range_from(opened, false, std::move(first.operand)));
        add(Test{{}, TRY(additive(TRY(postfix(std::move(range))))), first.uses_input});
        return finished(std::move(node), begin);
    }
    if (!first.op && token_.is(")")) {
        advance();
        // Parentheses around one expression: it may go on behind them.
        add(Test{{}, TRY(additive(TRY(postfix(std::move(first.operand))))), first.uses_input});
        return finished(std::move(node), begin);
    }
    add(std::move(first));
    while (take(",")) add(TRY(test()));
    TRY(expect(")"));
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::additive(NodePointer left) {
    left = TRY(multiplicative(std::move(left)));
    const std::size_t begin = left->begin;
    for (std::size_t count = 1; token_.is("+") || token_.is("-"); ++count) {
        if (count >= expression_depth_max) return refuse_chain();
        auto node = std::make_unique<ArithmeticNode>();
        node->op = token_.is("+") ? ArithmeticNode::Operator::Plus : ArithmeticNode::Operator::Minus;
        advance();
        adopt(*node, node->left, std::move(left));
        adopt(*node, node->right, TRY(multiplicative()));
        left = TRY(finished(std::move(node), begin));
    }
    return left;
}

Result<NodePointer> Parser::multiplicative(NodePointer left) {
    left = TRY(exponentiation(std::move(left)));
    const std::size_t begin = left->begin;
    for (std::size_t count = 1; token_.is("*") || token_.is("/"); ++count) {
        if (count >= expression_depth_max) return refuse_chain();
        auto node = std::make_unique<ArithmeticNode>();
        node->op = token_.is("*") ? ArithmeticNode::Operator::Times : ArithmeticNode::Operator::Divide;
        advance();
        adopt(*node, node->left, std::move(left));
        adopt(*node, node->right, TRY(exponentiation()));
        left = TRY(finished(std::move(node), begin));
    }
    return left;
}

Result<NodePointer> Parser::exponentiation(NodePointer left) {
    if (!left) left = TRY(unary());
    const std::size_t begin = left->begin;
    for (std::size_t count = 1; token_.is("**"); ++count) {
        if (count >= expression_depth_max) return refuse_chain();
        auto node = std::make_unique<ArithmeticNode>();
        node->op = ArithmeticNode::Operator::Power;
        advance();
        adopt(*node, node->left, std::move(left));
        adopt(*node, node->right, TRY(unary()));
        left = TRY(finished(std::move(node), begin));
    }
    return left;
}

Result<NodePointer> Parser::unary() {
    if (!token_.is("-")) return postfix(TRY(primary()));
    const Depth depth(*this);
    if (!depth.allowed) return refuse_chain();
    const std::size_t begin = token_.begin;
    advance();
    auto operand = TRY(unary());
    if (const Value* number = operand->constant(); number != nullptr && number->is_number()) {
        return finished(std::make_unique<ConstantNode>(number->as_number().negated()), begin);
    }
    auto node = std::make_unique<NegationNode>();
    adopt(*node, node->operand, std::move(operand));
    return finished(std::move(node), begin);
}

bool Parser::begins_expression(const Token& next) const {
    switch (next.kind) {
        case Token::Kind::Number:
        case Token::Kind::String: return true;
        case Token::Kind::Word:
            return !next.is_word("and") && !next.is_word("or") && !next.is_word("in") && !next.is_word("then") &&
                   !next.is_word("else") && !next.is_word("return") && !next.is_word("satisfies") &&
                   !next.is_word("between") && !next.is_word("instance");
        case Token::Kind::Symbol:
            return std::string_view("([{-@?").find(next.text.front()) != std::string_view::npos && next.text != "->";
        default: return false;
    }
}

Result<NodePointer> Parser::postfix(NodePointer base) {
    for (std::size_t count = 0;; ++count) {
        if (count > expression_depth_max) return refuse_chain();
        if (token_.is(".")) {
            const std::size_t begin = base->begin;
            advance();
            if (token_.kind != Token::Kind::Word) return refuse("a member's name");
            const NameRead read = read_name(true);
            go_to(read.end);
            auto node = std::make_unique<PathNode>();
            node->name = read.name;
            adopt(*node, node->base, std::move(base));
            base = TRY(finished(std::move(node), begin));
        } else if (token_.is("[") && begins_expression(lexer_.at(token_.end))) {
            base = TRY(filter(std::move(base)));
        } else if (token_.is("(") && base->constant() == nullptr) {
            base = TRY(call(std::move(base)));
        } else {
            return base;
        }
    }
}

Result<NodePointer> Parser::filter(NodePointer base) {
    const std::size_t begin = base->begin;
    advance();
    auto node = std::make_unique<FilterNode>();
    adopt(*node, node->base, std::move(base));
    node->item_slot = new_slot();
    frames_.back().names.emplace_back();
    names().item_slot = node->item_slot;
    adopt(*node, node->condition, TRY(whole()));
    node->uses_item = names().item_used;
    frames_.back().names.pop_back();
    TRY(expect("]"));
    return finished(std::move(node), begin);
}

Result<NodePointer> Parser::call(NodePointer callee) {
    const std::size_t begin = callee->begin;
    auto node = std::make_unique<CallNode>();
    if (const auto* variable = dynamic_cast<const VariableNode*>(callee.get())) {
        node->named_callee = variable;
        node->built_in = built_in_functions().find(variable->name);
    }
    adopt(*node, node->callee, std::move(callee));
    advance();
    const bool by_name = token_.kind == Token::Kind::Word && lexer_.at(plain_name_end(token_.begin)).is(":");
    if (!token_.is(")")) {
        do {
            if (by_name) {
                node->names.push_back(TRY(parameter_name("a parameter's name")));
                TRY(expect(":"));
            }
            adopt(*node, node->arguments, TRY(whole()));
        } while (take(","));
    }
    TRY(expect(")"));
    return finished(std::move(node), begin);
}

void Parser::advance() {
    last_end_ = token_.end;
    token_ = lexer_.at(token_.end);
}

void Parser::go_to(std::size_t offset) {
    last_end_ = offset;
    token_ = lexer_.at(offset);
}

bool Parser::take(std::string_view symbol) {
    if (!token_.is(symbol)) return false;
    advance();
    return true;
}

bool Parser::take_word(std::string_view word) {
    if (!token_.is_word(word)) return false;
    advance();
    return true;
}

Result<void> Parser::expect(std::string_view symbol) {
    if (!take(symbol)) return refuse("'" + std::string(symbol) + "'");
    return {};
}

Result<void> Parser::expect_word(std::string_view word) {
    if (!take_word(word)) return refuse("'" + std::string(word) + "'");
    return {};
}

tl::unexpected<Failure> Parser::refuse(std::string_view expected) const {
    const std::string position = std::to_string(code_point_count(lexer_.text().substr(0, token_.begin)) + 1);
    std::string found = token_.kind == Token::Kind::End ? "the end" : "\"" + shortened(token_.text, 40) + "\"";
    if (token_.kind == Token::Kind::Bad && token_.text.front() == '"') found = "a string without its closing quote";
    return fail(Failure::Kind::Syntax,
                "At character " + position + " " + std::string(expected) + " is needed; found " + found + ".");
}

tl::unexpected<Failure> Parser::refuse_chain() const {
    return fail(Failure::Kind::Bounds,
                "At character " + std::to_string(code_point_count(lexer_.text().substr(0, token_.begin)) + 1) +
                    " the expression is nested deeper, or strings together more operands, than " +
                    std::to_string(expression_depth_max) + ".");
}

}  // namespace dandori::feel
