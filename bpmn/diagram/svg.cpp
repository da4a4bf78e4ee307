#include "bpmn/diagram/svg.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "bpmn/diagram/text.h"

namespace dandori::bpmn::diagram_detail {

std::string number(double value) {
    if (!std::isfinite(value)) return "0";
    const double rounded = std::round(value * 100) / 100;
    char buffer[64];
    const auto [end, failed] = std::to_chars(buffer, buffer + sizeof buffer, rounded == 0 ? 0.0 : rounded);
    return failed == std::errc{} ? std::string(buffer, end) : "0";
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const std::string& character : characters(text)) {
        const unsigned char first = static_cast<unsigned char>(character[0]);
        if (first == '&')
            safe += "&amp;";
        else if (first == '<')
            safe += "&lt;";
        else if (first == '>')
            safe += "&gt;";
        else if (first == '"')
            safe += "&quot;";
        else if (first < 0x20)
            safe += ' ';  // XML has no other control characters
        else if (character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF")
            safe += "\xEF\xBF\xBD";
        else
            safe += character;
    }
    return safe;
}

std::string safe_colour(const std::string& colour, std::string_view otherwise) {
    const bool plain =
        !colour.empty() && colour.size() <= 32 && std::all_of(colour.begin(), colour.end(), [](char each) {
            return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
                   each == '#' || each == '(' || each == ')' || each == ',' || each == '.' || each == ' ' ||
                   each == '%';
        });
    // A colour may not fetch anything: url() has no place here.
    return plain && colour.find("url") == std::string::npos ? colour : std::string(otherwise);
}

void Svg::open(const std::vector<std::pair<std::string_view, std::string>>& attributes) {
    body_ += "<g";
    for (const auto& [name, value] : attributes) {
        body_ += ' ';
        body_ += name;
        body_ += "=\"" + escaped(value) + '"';
    }
    body_ += ">\n";
}

void Svg::open_at(Point origin, double scale, double degrees) {
    body_ += "<g transform=\"translate(" + number(origin.x) + ' ' + number(origin.y) + ')';
    if (degrees != 0) body_ += " rotate(" + number(degrees) + ')';
    if (scale != 1) body_ += " scale(" + number(scale) + ')';
    body_ += "\">\n";
}

void Svg::close() { body_ += "</g>\n"; }

void Svg::title(std::string_view text) { body_ += "<title>" + escaped(text) + "</title>\n"; }

void Svg::paint(const Pen& pen) {
    body_ += " fill=\"" + pen.fill + "\" stroke=\"" + pen.stroke + '"';
    if (pen.stroke != "none") {
        body_ += " stroke-width=\"" + number(pen.width) + '"';
        if (!pen.dash.empty()) body_ += " stroke-dasharray=\"" + pen.dash + '"';
    }
    body_ += "/>\n";
}

void Svg::rectangle(const Bounds& at, double radius, const Pen& pen) {
    body_ += "<rect x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\" width=\"" + number(std::max(at.width, 0.0)) +
             "\" height=\"" + number(std::max(at.height, 0.0)) + '"';
    if (radius > 0) body_ += " rx=\"" + number(radius) + '"';
    paint(pen);
}

void Svg::circle(Point centre, double radius, const Pen& pen) {
    body_ += "<circle cx=\"" + number(centre.x) + "\" cy=\"" + number(centre.y) + "\" r=\"" +
             number(std::max(radius, 0.0)) + '"';
    paint(pen);
}

void Svg::path(std::string_view data, const Pen& pen) {
    body_ += "<path d=\"";
    body_ += data;
    body_ += "\" stroke-linejoin=\"round\"";
    paint(pen);
}

void Svg::polyline(const std::vector<Point>& points, const Pen& pen, bool closed) {
    std::string data;
    for (const Point& point : points) {
        data += (data.empty() ? "M" : " L") + number(point.x) + ' ' + number(point.y);
    }
    if (closed) data += " Z";
    path(data, pen);
}

void Svg::text(Point at, std::string_view content, const TextStyle& style) {
    body_ += "<text x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\" font-size=\"" + number(style.size) +
             "\" text-anchor=\"";
    body_ += style.anchor;
    body_ += "\" fill=\"" + style.colour + '"';
    if (style.bold) body_ += " font-weight=\"bold\"";
    if (style.halo) body_ += " stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
    body_ += '>' + escaped(content) + "</text>\n";
}

void Svg::extend(const Bounds& at) {
    if (empty_) {
        left_ = at.x, top_ = at.y, right_ = at.x + at.width, bottom_ = at.y + at.height;
        empty_ = false;
    }
    left_ = std::min(left_, at.x);
    top_ = std::min(top_, at.y);
    right_ = std::max(right_, at.x + at.width);
    bottom_ = std::max(bottom_, at.y + at.height);
}

std::string Svg::document(std::string_view title, double margin) const {
    const double width = right_ - left_ + 2 * margin, height = bottom_ - top_ + 2 * margin;
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
        number(width) + "\" height=\"" + number(height) + "\" viewBox=\"" + number(left_ - margin) + ' ' +
        number(top_ - margin) + ' ' + number(width) + ' ' + number(height) +
        "\" role=\"img\" font-family=\"'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', "
        "Meiryo, Arial, sans-serif\">\n<title>" +
        escaped(title) + "</title>\n";
    text += "<rect x=\"" + number(left_ - margin) + "\" y=\"" + number(top_ - margin) + "\" width=\"" + number(width) +
            "\" height=\"" + number(height) + "\" fill=\"#ffffff\"/>\n";
    return text + body_ + "</svg>\n";
}

}  // namespace dandori::bpmn::diagram_detail
