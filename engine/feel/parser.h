#pragma once
// From text to resolved nodes in one pass: which names there are decides where a name ends, so names are resolved as
// they are read.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/feel/lexer.h"
#include "engine/feel/nodes.h"

namespace dandori::feel {

class Parser {
  public:
    Parser(std::string_view text, const ParseOptions& options);

    Result<NodePointer> expression();
    Result<NodePointer> unary_tests();
    Result<Type> type();

    /// After parsing: the slots needed, and the variables read from the scope.
    std::size_t slot_count() const { return frames_.front().slot_count; }
    std::vector<std::string> variables() const { return {variables_.begin(), variables_.end()}; }

  private:
    /// Names bound within a frame: local ones, or an item being filtered, whose members are names.
    struct Names {
        std::vector<std::pair<std::string, std::size_t>> locals;
        std::optional<std::size_t> item_slot;
        bool item_used = false;
        std::optional<std::size_t> partial_slot;
        bool partial_used = false;
    };
    /// The slots of the expression or of a function in it.
    struct Frame {
        std::vector<Names> names;
        std::size_t slot_count = 0;
        std::vector<std::pair<std::size_t, std::size_t>> captured;
        std::set<std::string> variables;
    };
    struct Resolved {
        std::vector<std::size_t> items;
        std::optional<std::size_t> slot;
    };
    struct NameRead {
        std::string name;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    class Depth;

    // expressions, from the loosest to the tightest
    Result<NodePointer> whole();
    Result<NodePointer> disjunction();
    Result<NodePointer> conjunction();
    Result<NodePointer> comparison();
    Result<NodePointer> comparison_of(NodePointer left);
    Result<NodePointer> additive(NodePointer left = {});
    Result<NodePointer> multiplicative(NodePointer left = {});
    Result<NodePointer> exponentiation(NodePointer left = {});
    Result<NodePointer> unary();
    Result<NodePointer> postfix(NodePointer base);
    Result<NodePointer> primary();

    Result<NodePointer> literal_number();
    Result<NodePointer> at_literal();
    Result<NodePointer> parenthesis();
    Result<NodePointer> list_or_range();
    Result<NodePointer> excluding_range();
    Result<NodePointer> range_from(std::size_t begin, bool low_included, NodePointer low);
    Result<NodePointer> context_literal();
    Result<NodePointer> conditional();
    Result<NodePointer> loop();
    Result<NodePointer> quantified();
    Result<NodePointer> function_literal();
    Result<NodePointer> name_or_keyword();
    Result<NodePointer> filter(NodePointer base);
    Result<NodePointer> call(NodePointer callee);
    Result<NodePointer> in_tests(NodePointer value);
    Result<NodePointer> instance_of(NodePointer value);
    Result<NodePointer> between(NodePointer value);
    Result<std::vector<Iterator>> iterators(Node& owner);
    Result<std::string> parameter_name(std::string_view what);

    Result<Test> test();
    Result<std::vector<Test>> tests();
    std::optional<Comparison> test_operator();
    std::optional<Comparison> operator_here() const;

    // types
    Result<Type> type_name();
    Result<std::vector<Type>> types_until(std::string_view closing);

    // names
    NameRead read_name(bool as_member = false) const;
    std::optional<NameRead> known_name(bool as_member) const;
    Result<std::string> read_entry_name();
    std::size_t plain_name_end(std::size_t begin) const;
    /// Words, and every other character by itself.
    static std::vector<std::string> pieces_of_name(const std::string& name);
    std::optional<std::size_t> matched(const std::vector<std::string>& pieces, std::size_t at) const;
    void know(const std::string& name);
    Resolved resolve(std::size_t frame, const std::string& name);
    std::size_t capture(std::size_t frame, std::size_t outer_slot);
    std::size_t new_slot() { return frames_.back().slot_count++; }
    Names& names() { return frames_.back().names.back(); }

    // tokens
    const Token& token() const { return token_; }
    void advance();
    void go_to(std::size_t offset);
    bool take(std::string_view symbol);
    bool take_word(std::string_view word);
    Result<void> expect(std::string_view symbol);
    Result<void> expect_word(std::string_view word);
    tl::unexpected<Failure> refuse(std::string_view expected) const;
    tl::unexpected<Failure> refuse_chain() const;
    bool begins_expression(const Token& token) const;
    template <class Kind>
    Result<NodePointer> finished(std::unique_ptr<Kind> node, std::size_t begin) const;

    struct KnownName {
        std::vector<std::string> pieces;
        std::string name;
        bool must_be_called = false;
    };
    /// Names that plain words don't make, by their first piece.
    using KnownNames = std::multimap<std::string, KnownName, std::less<>>;
    static void note_name(KnownNames& known, const std::string& name, bool must_be_called);
    static const KnownNames& known_functions();

    Lexer lexer_;
    Token token_;
    std::size_t last_end_ = 0;
    const ParseOptions& options_;
    KnownNames known_;
    std::vector<Frame> frames_;
    std::set<std::string> variables_;
    std::size_t depth_ = 0;
    bool input_used_ = false;
};

}  // namespace dandori::feel
