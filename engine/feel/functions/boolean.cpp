// Booleans and sameness (DMN 1.5, 10.3.4.2, 10.3.4.6).
#include "engine/feel/functions/arguments.h"

namespace dandori::feel {

void add_boolean_functions(FunctionLibrary& library) {
    library.add("not", {"negand"}, [](Call& call) -> Value {
        if (!call[0].is_boolean()) return needs(call, 0, "a boolean");
        return !call[0].as_boolean();
    });
    library.add("is", {"value1", "value2"}, [](Call& call) -> Value { return call[0] == call[1]; });
}

}  // namespace dandori::feel
