#pragma once
// `dandori user ...`: local accounts in the file of a server that is stopped.

#include <iosfwd>
#include <string>
#include <vector>

namespace dandori {

struct UserArguments {
    std::string store;  ///< as for `serve`
    std::string username;
    std::string name, mail, post;  ///< empty: none
    std::vector<std::string> groups;
    bool is_administrator = false;
};

/// Each returns the exit status: 0 done, 1 refused (said on `errors`). The password is asked for at a terminal, else it
/// is the first line of `in`.
int add_user(const UserArguments&, std::istream& in, std::ostream& out, std::ostream& errors);
int set_password(const UserArguments&, std::istream& in, std::ostream& out, std::ostream& errors);
int list_users(const UserArguments&, std::ostream& out, std::ostream& errors);

}  // namespace dandori
