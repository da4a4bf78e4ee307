#include "adapters/documents/typeset.h"

#include <pango/pangocairo.h>

#include <algorithm>

namespace dandori::documents {
namespace {

constexpr double line_height = 1.4;  // of the size of the letters; the fonts themselves say 1
constexpr char32_t geta = 0x3013;  // 〓, the printers' mark for a letter they don't have

/// In the order of Face. No other font takes part, so that every machine makes the same bytes. Both are TrueType: of those Cairo reads and
/// embeds only the letters that are used, of the CFF ones of this size (Noto CJK) it reads all each time and embeds all subroutines.
constexpr const char* families[] = {"IPAmjMincho", "IPAexGothic"};

constexpr Face other_than(Face face) { return face == Face::Mincho ? Face::Gothic : Face::Mincho; }
const char* family_of(Face face) { return families[static_cast<std::size_t>(face)]; }

using Description = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

Description description_of(Face face, double size) {
    Description description(pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family_static(description.get(), family_of(face));
    pango_font_description_set_absolute_size(description.get(), size * PANGO_SCALE);
    return description;
}

/// Chooses a form of the letter before it, or joins letters; nothing of its own.
bool is_selector(char32_t letter) {
    return (letter >= 0xFE00 && letter <= 0xFE0F) || (letter >= 0xE0100 && letter <= 0xE01EF);
}

/// Turns the reading direction, breaks lines where nobody sees it, or is no text.
bool is_unwanted(char32_t letter) {
    return (letter < 0x20 && letter != '\n' && letter != '\t') || (letter >= 0x7F && letter <= 0x9F) ||
           (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x2028 && letter <= 0x202E) ||
           (letter >= 0x2060 && letter <= 0x206F) || letter == 0xFEFF || (letter >= 0xFFF9 && letter <= 0xFFFC) ||
           (letter >= 0xE0000 && letter <= 0xE007F);
}

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

}  // namespace

void Typesetter::Release::operator()(PangoContext* context) const { g_object_unref(context); }
void Typesetter::Release::operator()(PangoFont* font) const { g_object_unref(font); }

double TextBlock::height(std::size_t from, std::size_t to) const {
    return from >= to || to > lines_.size() ? 0 : lines_[to - 1].bottom - lines_[from].top;
}

std::size_t TextBlock::lines_within(std::size_t from, double room) const {
    auto to = from;
    while (to < lines_.size() && height(from, to + 1) <= room) ++to;
    return to - from;
}

double TextBlock::width() const {
    double widest = 0;
    for (const auto& line : lines_) widest = std::max(widest, line.right - line.left);
    return widest;
}

void TextBlock::draw(cairo_t* to, double x, double y, std::size_t from, std::size_t end) const {
    for (auto at = from; at < end && at < lines_.size(); ++at) {
        cairo_move_to(to, x + lines_[at].left, y + lines_[at].baseline - lines_[from].top);
        pango_cairo_show_layout_line(to, pango_layout_get_line_readonly(layout_.get(), static_cast<int>(at)));
    }
}

Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter::~Typesetter() = default;

Result<Typesetter> Typesetter::make() {
    Typesetter made;
    made.context_.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    // What is measured is what is printed, whatever the screen of this machine is like.
    pango_cairo_context_set_resolution(made.context_.get(), 72);
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(made.context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(made.context_.get(), FALSE);
    pango_context_set_language(made.context_.get(), pango_language_from_string("ja"));
    pango_context_set_base_dir(made.context_.get(), PANGO_DIRECTION_LTR);
    for (const Face face : {Face::Mincho, Face::Gothic}) {
        made.fonts_.emplace_back(pango_context_load_font(made.context_.get(), description_of(face, 10).get()));
        const Description found(made.fonts_.back() ? pango_font_describe(made.fonts_.back().get()) : pango_font_description_new(),
                                pango_font_description_free);
        const char* family = pango_font_description_get_family(found.get());
        if (!family || std::string_view(family) != family_of(face))
            return fail(Failure::Kind::Unspecified, "The font '" + std::string(family_of(face)) + "' is not installed on this server (found '" +
                                                        (family ? family : "none") + "'); install the packages fonts-ipamj-mincho and fonts-ipaexfont-gothic.");
    }
    return made;
}

Typesetter::Presentable Typesetter::presentable(std::string_view text, Face face) {
    const auto has = [&](Face one, gunichar letter) { return pango_font_has_char(fonts_[static_cast<std::size_t>(one)].get(), letter) != 0; };
    Presentable shown;
    shown.text.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = g_utf8_get_char_validated(text.data() + at, static_cast<gssize>(text.size() - at));
        const bool is_broken = letter > 0x10FFFF;  // (gunichar)-1 or -2: no UTF-8
        const auto length = is_broken ? 1 : static_cast<std::size_t>(g_unichar_to_utf8(letter, nullptr));
        const bool is_set_by_any = !is_broken && (is_selector(letter) || letter == '\n' || letter == '\t');
        const auto from = shown.text.size();
        if (!is_broken && is_unwanted(letter)) {
            // left out
        } else if (is_set_by_any || (!is_broken && has(face, letter))) {
            shown.text.append(text.substr(at, length));
        } else if (!is_broken && has(other_than(face), letter)) {
            shown.text.append(text.substr(at, length));
            shown.of_other_face.emplace_back(from, shown.text.size());
        } else {
            char mark[6];
            shown.text.append(mark, static_cast<std::size_t>(g_unichar_to_utf8(geta, mark)));
            ++letters_missing_;
        }
        at += length;
    }
    return shown;
}

TextBlock Typesetter::set(const std::string& text, const TextStyle& style, double width) {
    const auto [place, is_new] = blocks_.try_emplace({text, style, width});
    if (is_new) place->second = set_anew(text, style, width);
    return place->second;
}

TextBlock Typesetter::set_anew(std::string_view text, const TextStyle& style, double width) {
    TextBlock block;
    block.layout_ = {pango_layout_new(context_.get()), g_object_unref};
    auto* layout = block.layout_.get();
    pango_layout_set_font_description(layout, description_of(style.face, style.size).get());
    const auto shown = presentable(text, style.face);
    auto* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_fallback_new(FALSE));
    pango_attr_list_insert(attributes, pango_attr_line_height_new(line_height));
    if (style.letter_spacing != 0)
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(static_cast<int>(style.letter_spacing * PANGO_SCALE)));
    for (const auto& [from, to] : shown.of_other_face) {
        auto* other = pango_attr_family_new(family_of(other_than(style.face)));
        other->start_index = static_cast<guint>(from);
        other->end_index = static_cast<guint>(to);
        pango_attr_list_insert(attributes, other);
    }
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (width >= 0) pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_alignment(layout, style.align == Align::Left     ? PANGO_ALIGN_LEFT
                                       : style.align == Align::Center ? PANGO_ALIGN_CENTER
                                                                      : PANGO_ALIGN_RIGHT);
    pango_layout_set_text(layout, shown.text.data(), static_cast<int>(shown.text.size()));
    auto* iterator = pango_layout_get_iter(layout);
    do {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(iterator, nullptr, &extents);
        block.lines_.push_back({points(extents.y), points(extents.y + extents.height),
                                points(pango_layout_iter_get_baseline(iterator)), points(extents.x),
                                points(extents.x + extents.width)});
    } while (pango_layout_iter_next_line(iterator));
    pango_layout_iter_free(iterator);
    return block;
}

}  // namespace dandori::documents
