// Evaluates one expression a line, so that another implementation can ask many at once.
#include <iostream>
#include <string>

#include "engine/feel/expression.h"

int main() {
    std::ios::sync_with_stdio(false);
    const dandori::feel::ContextScope no_variables{dandori::feel::Value()};
    for (std::string line; std::getline(std::cin, line);) {
        const auto expression = dandori::feel::Expression::parse(line);
        if (!expression) {
            std::cout << expression.error().text << '\n';
            continue;
        }
        std::cout << dandori::feel::to_text(expression->evaluate(no_variables, {}).value) << '\n';
    }
}
