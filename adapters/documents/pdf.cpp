#include "adapters/documents/pdf.h"

#include <cairo-pdf.h>

#include "adapters/documents/archive.h"
#include "adapters/documents/draw_seals.h"
#include "adapters/documents/draw_table.h"
#include "adapters/documents/paper.h"

namespace dandori::documents {
namespace {

constexpr double gap = 8;  ///< between blocks

struct ReleaseSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, ReleaseSurface>;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

/// Draws one block after the other.
class Drawing {
  public:
    explicit Drawing(Paper& paper) : paper_(paper) {}

    void operator()(const Title& title) {
        flow(paper_.typesetter().set(title.text, {Face::Gothic, 17, Align::Center, 3}, paper_.width()));
        paper_.move_down(gap);
    }

    void operator()(const Heading& heading) {
        const auto text = paper_.typesetter().set(heading.text, {Face::Gothic, 11}, paper_.width());
        if (!paper_.is_at_top()) paper_.move_down(gap / 2);
        paper_.need(text.height() + 40);  // never alone at the foot of a page
        flow(text);
        paper_.move_down(2);
    }

    void operator()(const Paragraph& one) {
        const double size = one.size == TextSize::Small ? 9 : one.size == TextSize::Large ? 13 : 10.5;
        const double inset = one.is_boxed ? 6 : 0;
        const auto text = paper_.typesetter().set(one.text, {one.is_strong ? Face::Gothic : Face::Mincho, size, one.align},
                                                  paper_.width() - 2 * inset);
        if (one.is_boxed) boxed(text, inset);
        else flow(text);
        paper_.move_down(gap / 2);
    }

    void operator()(const Facts& facts) {
        draw_facts(paper_, facts);
        paper_.move_down(gap);
    }

    void operator()(const Table& table) {
        draw_table(paper_, table);
        paper_.move_down(gap);
    }

    void operator()(const Seals& seals) {
        draw_seals(paper_, seals);
        paper_.move_down(gap);
    }

    void operator()(const Space& space) { paper_.move_down(space.millimetres * mm); }
    void operator()(const NewPage&) { paper_.new_page(); }

    void operator()(const Sheet& sheet) {
        if (!paper_.is_at_top()) paper_.new_page();
        (*this)(Heading{sheet.name});
    }

  private:
    /// Lines one after the other, over as many pages as they need.
    void flow(const TextBlock& text) {
        for (std::size_t from = 0; from < text.line_count();) {
            auto count = text.lines_within(from, paper_.room());
            if (count == 0 && paper_.is_at_top()) count = 1;
            text.draw(paper_.cairo(), paper_.left(), paper_.y(), from, from + count);
            paper_.move_down(text.height(from, from + count));
            from += count;
            if (from < text.line_count()) paper_.new_page();
        }
    }

    void boxed(const TextBlock& text, double inset) {
        for (std::size_t from = 0; from < text.line_count();) {
            auto count = text.lines_within(from, paper_.room() - 2 * inset);
            if (count == 0 && paper_.is_at_top()) count = 1;
            if (count > 0) {
                const double height = text.height(from, from + count) + 2 * inset;
                cairo_set_line_width(paper_.cairo(), 0.5);
                cairo_rectangle(paper_.cairo(), paper_.left(), paper_.y(), paper_.width(), height);
                cairo_stroke(paper_.cairo());
                text.draw(paper_.cairo(), paper_.left() + inset, paper_.y() + inset, from, from + count);
                paper_.move_down(height);
            }
            from += count;
            if (from < text.line_count()) paper_.new_page();
        }
    }

    Paper& paper_;
};

Result<std::size_t> pages_drawn(cairo_surface_t* surface, Typesetter& typesetter, const Content& content, std::size_t pages_total) {
    try {
        Paper paper(surface, typesetter, content, pages_total);
        Drawing drawing(paper);
        for (const auto& block : content.blocks) std::visit(drawing, block);
        paper.finish();
        return paper.pages();
    } catch (const TooManyPages&) {
        return fail(Failure::Kind::Bounds, "The document '" + content.title + "' would have more than " +
                                               std::to_string(pages_max) + " pages; put less into its tables and texts.");
    }
}

}  // namespace

Result<MadeFile> pdf_of(const Content& content) {
    // How many pages there are is only known once they have been set: first on paper that nobody sees.
    const Surface unseen(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
    auto typesetter = TRY(Typesetter::make());
    const auto pages = TRY(pages_drawn(unseen.get(), typesetter, content, 1));
    const auto letters_missing = typesetter.letters_missing();
    std::string bytes;
    const auto [width, height] = paper_size(content);
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, width, height));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    TRY(pages_drawn(surface.get(), typesetter, content, pages));
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(Failure::Kind::Unspecified, std::string("The PDF could not be drawn: ") + cairo_status_to_string(status) + ".");
    return MadeFile{TRY(archived(bytes, content)), letters_missing};
}

}  // namespace dandori::documents
