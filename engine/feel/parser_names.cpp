// Where a name ends, and what it stands for.
#include <algorithm>
#include <array>

#include "engine/feel/parser.h"
#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

// What may follow an operand; any other word behind a word continues the name.
constexpr std::array<std::string_view, 9> words_behind_operands{"and",  "or",     "in",        "between", "then",
                                                                "else", "return", "satisfies", "instance"};

bool ends_name(std::string_view word) {
    return std::find(words_behind_operands.begin(), words_behind_operands.end(), word) != words_behind_operands.end();
}

/// The text with each run of white space as one space.
std::string with_single_spaces(std::string_view text) {
    std::string result;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (is_white_space(next_code_point(text, at))) {
            space = !result.empty();
            continue;
        }
        if (space) result += ' ';
        space = false;
        result += text.substr(begin, at - begin);
    }
    return result;
}

}  // namespace

std::vector<std::string> Parser::pieces_of_name(const std::string& name) {
    const Lexer lexer(name);
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < name.size();) {
        std::size_t behind = at;
        if (is_white_space(next_code_point(name, behind))) {
            at = behind;
            continue;
        }
        const std::size_t end = std::max(lexer.word_end(at), behind);
        pieces.push_back(name.substr(at, end - at));
        at = end;
    }
    return pieces;
}

void Parser::note_name(KnownNames& known, const std::string& name, bool must_be_called) {
    auto pieces = pieces_of_name(name);
    if (pieces.size() < 2) return;
    const bool plain = is_plain_name(name) && std::none_of(pieces.begin(), pieces.end(),
                                                           [](const std::string& piece) { return ends_name(piece); });
    static constexpr std::array<std::string_view, 10> first_words{"for",  "if",   "some",  "every", "function",
                                                                  "null", "true", "false", "not",   "external"};
    if (plain && std::find(first_words.begin(), first_words.end(), pieces.front()) == first_words.end()) return;
    std::string first = pieces.front();
    known.emplace(std::move(first), KnownName{std::move(pieces), name, must_be_called});
}

void Parser::know(const std::string& name) { note_name(known_, name, false); }

const Parser::KnownNames& Parser::known_functions() {
    static const KnownNames names = [] {
        KnownNames known;
        for (const std::string& name : built_in_functions().names()) note_name(known, name, true);
        return known;
    }();
    return names;
}

std::optional<std::size_t> Parser::matched(const std::vector<std::string>& pieces, std::size_t at) const {
    for (const std::string& piece : pieces) {
        at = lexer_.skip_space(at);
        if (lexer_.text().substr(at, piece.size()) != piece) return {};
        const std::size_t end = at + piece.size();
        if (lexer_.word_end(at) > end) return {};
        at = end;
    }
    return at;
}

std::size_t Parser::plain_name_end(std::size_t begin) const {
    std::size_t end = lexer_.word_end(begin);
    while (true) {
        const std::size_t next = lexer_.skip_space(end);
        const std::size_t next_end = lexer_.word_end(next);
        if (next == end || next_end == next || ends_name(lexer_.text().substr(next, next_end - next))) return end;
        end = next_end;
    }
}

std::optional<Parser::NameRead> Parser::known_name(bool as_member) const {
    std::optional<NameRead> best;
    const auto consider = [&](const KnownNames& names) {
        const auto [first, last] = names.equal_range(token_.text);
        for (auto each = first; each != last; ++each) {
            const KnownName& known = each->second;
            if (known.must_be_called && as_member) continue;
            const auto end = matched(known.pieces, token_.begin);
            if (!end || (best && best->end >= *end)) continue;
            if (known.must_be_called && !lexer_.at(*end).is("(")) continue;
            best = NameRead{known.name, token_.begin, *end};
        }
    };
    consider(known_);
    consider(known_functions());
    return best;
}

Parser::NameRead Parser::read_name(bool as_member) const {
    const std::size_t plain_end = plain_name_end(token_.begin);
    if (auto known = known_name(as_member); known && known->end >= plain_end) return *known;
    return {with_single_spaces(lexer_.text().substr(token_.begin, plain_end - token_.begin)), token_.begin, plain_end};
}

Result<std::string> Parser::read_entry_name() {
    if (token_.kind == Token::Kind::String) {
        std::string name = unescaped(token_.text);
        advance();
        return name;
    }
    if (token_.kind != Token::Kind::Word) return refuse("an entry's name");
    const std::size_t begin = token_.begin;
    std::size_t end = token_.end;
    while (token_.kind != Token::Kind::End && !token_.is(":")) {
        const bool part = token_.kind == Token::Kind::Word || token_.kind == Token::Kind::Number || token_.is(".") ||
                          token_.is("/") || token_.is("-") || token_.is("+") || token_.is("*") || token_.is("**") ||
                          token_.text == "'";
        if (!part) return refuse("':'");
        end = token_.end;
        advance();
    }
    return with_single_spaces(lexer_.text().substr(begin, end - begin));
}

Result<std::string> Parser::parameter_name(std::string_view what) {
    if (token_.kind != Token::Kind::Word) return refuse(what);
    const NameRead read = read_name(true);
    go_to(read.end);
    return read.name;
}

std::size_t Parser::capture(std::size_t frame, std::size_t outer_slot) {
    Frame& inner = frames_[frame];
    for (const auto& [outside, inside] : inner.captured) {
        if (outside == outer_slot) return inside;
    }
    inner.captured.emplace_back(outer_slot, inner.slot_count);
    return inner.slot_count++;
}

Parser::Resolved Parser::resolve(std::size_t frame, const std::string& name) {
    Resolved resolved;
    auto& scopes = frames_[frame].names;
    for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
        if (scope->item_slot) {
            scope->item_used = true;
            resolved.items.push_back(*scope->item_slot);
            if (name == "item") {
                resolved.slot = scope->item_slot;
                return resolved;
            }
            continue;
        }
        const auto local = std::find_if(scope->locals.rbegin(), scope->locals.rend(),
                                        [&](const auto& each) { return each.first == name; });
        if (local == scope->locals.rend()) continue;
        resolved.slot = local->second;
        if (scope->partial_slot == resolved.slot) scope->partial_used = true;
        return resolved;
    }
    if (frame == 0) return resolved;
    const Resolved outside = resolve(frame - 1, name);
    for (const std::size_t item : outside.items) resolved.items.push_back(capture(frame, item));
    if (outside.slot) {
        resolved.slot = capture(frame, *outside.slot);
    } else {
        frames_[frame].variables.insert(name);
    }
    return resolved;
}

}  // namespace dandori::feel
